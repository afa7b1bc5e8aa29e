"""A discharge of many grains with SciPy: python discharge_scipy.py grains.csv omega rate from to rtol"""
import sys
import time

import numpy as np
from scipy.integrate import solve_ivp

weight, rate, shift = np.loadtxt(sys.argv[1], delimiter=",", skiprows=1, unpack=True)
omega, filling_rate, start, end, rtol = map(float, sys.argv[2:])
weight = weight / weight.sum()
current = filling_rate * (weight @ rate)


def potential(c):
    e = np.exp(omega / 2 * (1 - 2 * c) + shift / 2)
    a, b = rate * (1 - c) / e, rate * c * e
    A, B = weight @ a, weight @ b
    return a, b, (current + np.sqrt(current * current + 4 * A * B)) / (2 * A)


def right_hand_side(t, c):
    a, b, x = potential(c)
    return a * x - b / x


for method in ("RK45", "BDF"):
    began = time.process_time()
    done = solve_ivp(right_hand_side, (0, (end - start) / current), np.full(weight.size, start),
                     method=method, rtol=rtol, atol=rtol / 100)
    seconds = time.process_time() - began
    print(f"discharge\tSciPy {method}\t{seconds:.6f}\t{2 * np.log(potential(done.y[:, -1])[2]):.8f}")
