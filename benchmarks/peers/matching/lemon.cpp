// Minimum-cost flow of one matching round by an algorithm of LEMON 1.3: everybody who is to be helped sends one unit to an offer.
// Usage: lemon FILE simplex|cost-scaling; FILE as written by `dotnet run --project benchmarks -c Release -- matching`.
// Prints one line of JSON. Reading the file and building the graph are not part of the seconds.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <sys/resource.h>
#include <vector>
#include <lemon/smart_graph.h>
#include <lemon/network_simplex.h>
#include <lemon/cost_scaling.h>

static std::vector<int32_t> read(FILE* file, size_t count) {
    std::vector<int32_t> values(count);
    if (fread(values.data(), 4, count, file) != count) { fprintf(stderr, "The file is too short.\n"); exit(2); }
    return values;
}

template <typename Algorithm, typename Graph, typename Caps, typename Costs, typename Supplies>
static bool solve(const Graph& graph, const Caps& caps, const Costs& costs, const Supplies& supplies, long long& total) {
    Algorithm algorithm(graph);
    algorithm.upperMap(caps).costMap(costs).supplyMap(supplies);
    if (algorithm.run() != Algorithm::OPTIMAL) return false;
    total = algorithm.template totalCost<long long>();
    return true;
}

int main(int argc, char** argv) {
    if (argc != 3) { fprintf(stderr, "Usage: lemon FILE simplex|cost-scaling\n"); return 2; }
    FILE* file = fopen(argv[1], "rb");
    if (!file) { perror(argv[1]); return 2; }
    const auto head = read(file, 3);
    const int people = head[0], offers = head[1];
    const auto start = read(file, people + 1), offer = read(file, head[2]), cost = read(file, head[2]);
    const auto places = read(file, offers), helped = read(file, people);
    fclose(file);

    using Graph = lemon::SmartDigraph;
    Graph graph;
    graph.reserveNode(people + offers + 1);
    std::vector<Graph::Node> nodes;
    for (int at = 0; at < people + offers + 1; at++) nodes.push_back(graph.addNode());
    Graph::ArcMap<int64_t> caps(graph), costs(graph);
    Graph::NodeMap<int64_t> supplies(graph, 0);
    int64_t total = 0;
    for (int person = 0; person < people; person++) {
        if (!helped[person]) continue;
        supplies[nodes[person]] = 1;
        total++;
        for (int at = start[person]; at < start[person + 1]; at++) {
            const auto arc = graph.addArc(nodes[person], nodes[people + offer[at]]);
            caps[arc] = 1;
            costs[arc] = cost[at];
        }
    }
    for (int at = 0; at < offers; at++) {
        const auto arc = graph.addArc(nodes[people + at], nodes[people + offers]);
        caps[arc] = places[at];
        costs[arc] = 0;
    }
    supplies[nodes[people + offers]] = -total;

    long long sum = 0;
    const auto begun = std::chrono::steady_clock::now();
    const bool solved = std::string(argv[2]) == "simplex"
        ? solve<lemon::NetworkSimplex<Graph, int64_t>>(graph, caps, costs, supplies, sum)
        : solve<lemon::CostScaling<Graph, int64_t>>(graph, caps, costs, supplies, sum);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
    rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("{\"algorithm\":\"%s\",\"solved\":%s,\"cost\":%lld,\"seconds\":%.4f,\"megabytes\":%ld}\n",
           argv[2], solved ? "true" : "false", sum, took.count(), usage.ru_maxrss / 1024);
    return solved ? 0 : 1;
}
