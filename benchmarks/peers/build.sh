#!/bin/sh
# Builds the optional C yardsticks into benchmarks/target/peers. Needs gcc and glibc's vector math library.
set -eu
cd "$(dirname "$0")"
mkdir -p ../target/peers
for yardstick in dopri5 rhs; do
  gcc -Ofast -march=native -fopenmp-simd -o ../target/peers/$yardstick $yardstick.c -lmvec -lm
done
