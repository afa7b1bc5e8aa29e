"""A Randles fit with impedance.py from given values: python randles_impedance.py spectrum.csv"""
import sys
import time

import numpy as np
from impedance.models.circuits import CustomCircuit

frequency, real, imaginary = np.loadtxt(sys.argv[1], delimiter=",", skiprows=1, unpack=True)
impedance = real + 1j * imaginary
seconds = []
for _ in range(5):
    # sigma of impedance.py's W is that of Z = sigma (1 - j)/sqrt(omega).
    circuit = CustomCircuit("R0-p(R1-W1,CPE1)", initial_guess=[10, 100, 1000 / np.sqrt(2), 1e-5, 0.8])
    began = time.process_time()
    circuit.fit(frequency, impedance, weight_by_modulus=True)
    seconds.append(time.process_time() - began)
print(f"fit\timpedance.py\t{np.median(seconds):.6f}\t{circuit.parameters_[1]:.4f}")
