package main

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/params"
)

// TestBenchReport measures a small run and looks for every number that a reader of --json is promised: each follows from others, or from another measurement.
func TestBenchReport(t *testing.T) {
	f := benchFlags{asJSON: true, proveFlags: proveFlags{profile: params.InsecureDevName, workers: 2}}
	root := newRoot()
	root.SetContext(t.Context())
	measured := func(input string) map[string]any {
		r, err := f.measure(root, "fib", examples+"fib", []byte(input))
		if err != nil {
			t.Fatal(err)
		}
		b, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		m := map[string]any{}
		if err := json.Unmarshal(b, &m); err != nil {
			t.Fatal(err)
		}
		return m
	}
	short, long := measured("10"), measured("1000")
	for _, m := range []map[string]any{short, long} {
		number := func(name string) float64 {
			v, ok := m[name].(float64)
			if !ok || v <= 0 {
				t.Errorf("%s is %v", name, m[name])
			}
			return v
		}
		for _, name := range []string{"peak_memory_bytes", "proof_bytes", "verify_ms", "cells", "segments"} {
			number(name)
		}
		for rate, over := range map[string]string{"cycles_per_second": "seconds", "cycles_per_second_per_core": "cpu_seconds"} {
			if want := number("cycles") / number(over); math.Abs(number(rate)-want) > want/1000 {
				t.Errorf("%s is %v, cycles over %s are %v", rate, m[rate], over, want)
			}
		}
		if bits := number("provable_bits"); m["profile"] != params.InsecureDevName || bits >= 100 {
			t.Errorf("profile %v, %v bits", m["profile"], bits)
		}
	}
	if short["cycles"] == long["cycles"] || short["seconds"] == long["seconds"] {
		t.Errorf("two runs, one result: %v and %v", short, long)
	}
}
