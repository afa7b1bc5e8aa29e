#!/bin/sh
# Builds the optional C yardstick into benchmarks/target/peers/dopri5. Needs gcc and glibc's vector math library.
set -eu
cd "$(dirname "$0")"
mkdir -p ../target/peers
gcc -Ofast -march=native -fopenmp-simd -o ../target/peers/dopri5 dopri5.c -lmvec -lm
