#!/usr/bin/env python3
"""M/M/10 in Ciw, which records every customer. Usage: ciw_queue.py CUSTOMERS SEED; prints one line of JSON."""
import json
import sys
import time

import ciw

ARRIVALS, SERVERS = 9.0, 10


def main(customers, seed):
    ciw.seed(seed)
    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(rate=ARRIVALS)],
        service_distributions=[ciw.dists.Exponential(rate=1.0)],
        number_of_servers=[SERVERS],
    )
    simulation = ciw.Simulation(network)
    begun = time.perf_counter()
    simulation.simulate_until_max_customers(customers, method="Finish")
    took = time.perf_counter() - begun
    waits = [record.waiting_time for record in simulation.get_all_records()]
    print(json.dumps({"customers": len(waits), "seconds": took, "wait": sum(waits) / len(waits), "events": 0}))


main(int(sys.argv[1]), int(sys.argv[2]))
