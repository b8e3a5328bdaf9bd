#!/usr/bin/env python3
"""M/M/10 in SimPy, with every wait and the lengths of the queue recorded. Usage: simpy_queue.py CUSTOMERS SEED; prints one line of JSON."""
import json
import random
import sys
import time

import simpy

ARRIVALS, SERVERS = 9.0, 10


def main(customers, seed):
    draw = random.Random(seed)
    env = simpy.Environment()
    servers = simpy.Resource(env, capacity=SERVERS)
    waits, area, changed = [], 0.0, 0.0

    def count():
        nonlocal area, changed
        area += len(servers.queue) * (env.now - changed)
        changed = env.now

    def customer():
        came = env.now
        count()
        with servers.request() as request:
            yield request
            count()
            waits.append(env.now - came)
            yield env.timeout(draw.expovariate(1.0))
            count()

    def source():
        for _ in range(customers):
            yield env.timeout(draw.expovariate(ARRIVALS))
            env.process(customer())

    env.process(source())
    begun = time.perf_counter()
    env.run()
    took = time.perf_counter() - begun
    print(json.dumps({"customers": len(waits), "seconds": took, "wait": sum(waits) / len(waits), "events": next(env._eid)}))


main(int(sys.argv[1]), int(sys.argv[2]))
