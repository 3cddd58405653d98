package main

import (
	"bufio"
	"fmt"
	"os"
	"runtime"
)

// peakMemory is the most memory that the process has had, in bytes: what the kernel counted,
// or where it does not say, what Go's runtime took from it.
func peakMemory() uint64 {
	if f, err := os.Open("/proc/self/status"); err == nil {
		defer f.Close()
		for lines := bufio.NewScanner(f); lines.Scan(); {
			var kib uint64
			if n, _ := fmt.Sscanf(lines.Text(), "VmHWM: %d kB", &kib); n == 1 {
				return kib << 10
			}
		}
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.Sys
}
