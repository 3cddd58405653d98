package machine

import (
	"maps"

	"github.com/ashlar-labs/ashlar/zkvm/chips"
	tablechip "github.com/ashlar-labs/ashlar/zkvm/chips/tables"
)

// boundaryLogs are the heights of boundary proofs.
var boundaryLogs = []int{10, 14, 17, 20}

// instructions are the chips that every shape has.
var instructions = []string{
	"add", "add_imm", "addw", "addw_imm", "bitwise", "bitwise_imm", "compare", "compare_imm", "shift", "shift_imm",
	"mul", "mul_high", "div_rem", "branch_equal", "branch_less", "jump", "jalr",
	"load_double", "load_word", "load_byte", "store_double", "store_word", "store_byte", "halt",
}

// base are heights that hold a little of everything but accelerators.
func base(log int) map[string]int {
	out := map[string]int{"tables": tablechip.LogHeight, "local": log, "program": log}
	for _, name := range instructions {
		out[name] = log
	}
	return out
}

// with returns base heights with some of them changed.
func with(log int, changes map[string]int) map[string]int {
	out := base(log)
	maps.Copy(out, changes)
	return out
}

// shapes is the fixed list. The order is part of the protocol: a proof names its shape by
// its place.
func shapes(tables []chips.Table) []Shape {
	accelerators := map[string]int{"keccak": 7, "keccakf": 9, "mod256": 7, "curve": 7, "poseidon16": 7, "poseidon24": 7}
	return []Shape{
		newShape("tiny", tables, base(8)),
		newShape("tiny-accelerated", tables, with(8, accelerators)),
		newShape("small", tables, base(12)),
		newShape("small-accelerated", tables, with(12, accelerators)),
		newShape("loop", tables, with(8, map[string]int{
			"add": 17, "add_imm": 19, "branch_equal": 17, "branch_less": 17, "local": 11, "program": 11,
		})),
	}
}
