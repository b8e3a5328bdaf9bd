#!/usr/bin/env python3
"""usage: components.py FOLDER [scipy,igraph,networkx] [ROUNDS=5]
Components of the ties in FOLDER by the libraries an analyst would use; one thread. One JSON object a line: library, what, ms, and for the
components also how many there are, the largest, and how many residents stand in one of at most five."""
import json, resource, sys, time

folder, rounds = sys.argv[1], int(sys.argv[3]) if len(sys.argv) > 3 else 5
asked = (sys.argv[2] if len(sys.argv) > 2 else 'scipy,igraph,networkx').split(',')


def lacks(library, missing):
    print(json.dumps(dict(library=library, what='missing', reason=str(missing))), flush=True)


try:
    import numpy as np
except ImportError as missing:
    for library in asked:
        lacks(library, missing)
    sys.exit()


def timed(work, times):
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        result = work()
        taken.append(time.perf_counter() - start)
    return sorted(taken)[len(taken) // 2] * 1e3, result


def say(library, what, ms, **more):
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps(dict(library=library, what=what, ms=round(ms, 3), megabytes=memory, **more)), flush=True)


def tell(library, version, ms, sizes):
    sizes = np.asarray(sizes)
    say(library, 'components', ms, version=version, count=int(len(sizes)), largest=int(sizes.max()), small=int(sizes[sizes <= 5].sum()))


def read():
    rows = open(f'{folder}/ties.csv')
    return np.array([(int(a), int(b)) for a, b, _ in (row.split(',') for row in rows)], dtype=np.int64) - 1


ms, ties = timed(read, 1)
people = sum(1 for _ in open(f'{folder}/residents.csv'))
say('python', 'read ties.csv', ms)
for library in asked:
    try:
        if library == 'scipy':
            import scipy
            from scipy.sparse import coo_matrix
            from scipy.sparse.csgraph import connected_components
            ms, graph = timed(lambda: coo_matrix((np.ones(len(ties), np.int8), (ties[:, 0], ties[:, 1])), shape=(people, people)).tocsr(), 3)
            say(library, 'build', ms)
            ms, labels = timed(lambda: np.bincount(connected_components(graph, directed=False)[1]), rounds)
            tell(library, scipy.__version__, ms, labels)
        if library == 'igraph':
            import igraph
            ms, graph = timed(lambda: igraph.Graph(n=people, edges=ties), 1)
            say(library, 'build', ms)
            ms, sizes = timed(lambda: graph.connected_components().sizes(), 3)
            tell(library, igraph.__version__, ms, sizes)
        if library == 'networkx':
            import networkx

            def build():
                graph = networkx.Graph()
                graph.add_nodes_from(range(people))
                graph.add_edges_from(ties.tolist())
                return graph
            ms, graph = timed(build, 1)
            say(library, 'build', ms)
            ms, sizes = timed(lambda: [len(part) for part in networkx.connected_components(graph)], 3)
            tell(library, networkx.__version__, ms, sizes)
    except ImportError as missing:
        lacks(library, missing)
