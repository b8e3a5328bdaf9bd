#!/usr/bin/python3
"""One matching round as a linear programme by SciPy's HiGHS: linprog.py FILE [highs-ipm|highs-ds]. Prints one line of JSON.

FILE as written by `dotnet run --project benchmarks -c Release -- matching`. Reading and building the matrices is not part of the seconds.
"""
import json
import resource
import sys
import time

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_matrix

method = sys.argv[2] if len(sys.argv) > 2 else "highs-ipm"
data = np.fromfile(sys.argv[1], dtype=np.int32)
people, offers, pairs = data[:3]
ends = np.cumsum([3, people + 1, pairs, pairs, offers, people])
start, offer, cost, places, helped = (data[ends[i]:ends[i + 1]] for i in range(5))
person = np.repeat(np.arange(people), np.diff(start))
chosen = helped[person] == 1
person, offer, cost = person[chosen], offer[chosen], cost[chosen]
rank = np.cumsum(helped) - 1
ones, columns = np.ones(len(cost)), np.arange(len(cost))
each = csr_matrix((ones, (rank[person], columns)), shape=(helped.sum(), len(cost)))
room = csr_matrix((ones, (offer, columns)), shape=(offers, len(cost)))
begun = time.monotonic()
answer = linprog(cost, A_ub=room, b_ub=places, A_eq=each, b_eq=np.ones(helped.sum()), bounds=(0, None), method=method)
print(json.dumps({"algorithm": method, "solved": bool(answer.success), "cost": round(answer.fun) if answer.success else 0,
                  "seconds": round(time.monotonic() - begun, 4),
                  "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024}))
