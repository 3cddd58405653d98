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

// mix are heights that fit measured programs: general code, and batches of transactions in
// their phases. Other chips have the least height.
type mix map[string]int

var (
	// loop is a counter and a sum.
	loop = mix{"add": 17, "add_imm": 19, "branch_less": 17, "local": 11, "program": 11}
	// hash is SHA-256 and its like in software.
	hash = mix{
		"add": 17, "add_imm": 12, "bitwise": 18, "shift_imm": 18, "load_word": 16, "load_byte": 14, "store_word": 14,
		"branch_equal": 12, "branch_less": 12, "jump": 12, "local": 14, "program": 13,
	}
	// code is a Go program without accelerators.
	code = mix{
		"add": 15, "add_imm": 17, "addw": 10, "addw_imm": 13, "bitwise": 15, "bitwise_imm": 14, "compare": 13, "compare_imm": 12,
		"shift": 12, "shift_imm": 15, "mul": 13, "mul_high": 12, "div_rem": 10, "branch_equal": 16, "branch_less": 16, "jump": 15, "jalr": 14,
		"load_double": 17, "load_word": 14, "load_byte": 16, "store_double": 17, "store_word": 14, "store_byte": 16, "local": 16, "program": 15,
	}
	// signatures recovers the senders of transactions.
	signatures = mix{
		"add": 15, "add_imm": 17, "addw": 8, "addw_imm": 12, "bitwise": 15, "bitwise_imm": 14, "compare": 13, "compare_imm": 13,
		"shift": 13, "shift_imm": 15, "mul": 13, "mul_high": 12, "div_rem": 8, "branch_equal": 16, "branch_less": 16, "jump": 15, "jalr": 14,
		"load_double": 17, "load_word": 14, "load_byte": 16, "store_double": 17, "store_word": 14, "store_byte": 16, "local": 15, "program": 15,
		"keccak": 9, "keccakf": 12, "mod256": 12, "curve": 12, "poseidon16": 7, "poseidon24": 7, "block": 9, "block_row": 11,
	}
	// tree reads and writes the state tree.
	tree = mix{
		"add": 15, "add_imm": 17, "addw_imm": 15, "bitwise": 14, "bitwise_imm": 14, "compare": 9, "compare_imm": 13,
		"shift_imm": 15, "mul": 13, "mul_high": 13, "branch_equal": 16, "branch_less": 16, "jump": 16, "jalr": 14,
		"load_double": 16, "load_word": 15, "load_byte": 14, "store_double": 16, "store_word": 15, "store_byte": 14, "local": 16, "program": 14,
		"keccak": 8, "keccakf": 10, "mod256": 7, "curve": 7, "poseidon16": 12, "poseidon24": 9, "block": 9, "block_row": 11,
	}
	// calls executes contracts that are mostly copies of bytes.
	calls = mix{
		"add": 15, "add_imm": 17, "addw": 8, "addw_imm": 11, "bitwise": 14, "bitwise_imm": 13, "compare": 12, "compare_imm": 11,
		"shift": 12, "shift_imm": 15, "mul": 12, "mul_high": 11, "div_rem": 8, "branch_equal": 15, "branch_less": 15, "jump": 15, "jalr": 14,
		"load_double": 16, "load_word": 12, "load_byte": 16, "store_double": 16, "store_word": 12, "store_byte": 16, "local": 15, "program": 15,
		"keccak": 8, "keccakf": 11, "mod256": 11, "curve": 11, "poseidon16": 7, "poseidon24": 7, "block": 9, "block_row": 11,
	}
	// data packs and hashes what is published.
	data = mix{
		"add": 16, "add_imm": 16, "bitwise": 14, "bitwise_imm": 12, "compare": 15, "compare_imm": 11, "shift": 8, "shift_imm": 13,
		"mul": 14, "mul_high": 14, "branch_equal": 16, "branch_less": 14, "jump": 14, "jalr": 12,
		"load_double": 15, "load_word": 9, "load_byte": 17, "store_double": 15, "store_word": 7, "store_byte": 16, "local": 15, "program": 14,
		"keccak": 8, "keccakf": 11, "mod256": 7, "curve": 7, "poseidon16": 7, "poseidon24": 7, "block": 9, "block_row": 11,
	}
	// batch is a little of all of that.
	batch = mix{
		"add": 15, "add_imm": 17, "addw": 8, "addw_imm": 14, "bitwise": 15, "bitwise_imm": 14, "compare": 13, "compare_imm": 12,
		"shift": 12, "shift_imm": 16, "mul": 14, "mul_high": 13, "div_rem": 8, "branch_equal": 16, "branch_less": 16, "jump": 15, "jalr": 14,
		"load_double": 17, "load_word": 14, "load_byte": 17, "store_double": 17, "store_word": 15, "store_byte": 17, "local": 16, "program": 15,
		"keccak": 9, "keccakf": 13, "mod256": 9, "curve": 8, "poseidon16": 11, "poseidon24": 9, "block": 10, "block_row": 13,
	}
)

// by returns the mix with heights 2^less smaller, for runs and ends of runs that are shorter,
// and no instruction below a floor.
func (m mix) by(less, floor int) map[string]int {
	out := base(floor)
	for name, log := range m {
		least := minLog
		if _, ok := out[name]; ok {
			least = floor
		}
		out[name] = max(least, log-less)
	}
	if less > 0 {
		// Not everything is rarer in a short run: rows used, and the calls of one signature.
		out["program"] = min(m["program"], 13)
		if m["curve"] > 0 {
			out["curve"], out["mod256"], out["keccakf"] = 9, 10, max(10, out["keccakf"])
		}
	}
	return out
}

// shapes is the fixed list. The order is part of the protocol: a proof names its shape by
// its place.
func shapes(tables []chips.Table) []Shape {
	accelerators := map[string]int{"keccak": 7, "keccakf": 9, "mod256": 7, "curve": 7, "poseidon16": 7, "poseidon24": 7, "block": 7, "block_row": 8}
	var out []Shape
	add := func(name string, heights map[string]int) { out = append(out, newShape(name, tables, heights)) }
	add("tiny", base(8))
	add("tiny-accelerated", with(8, accelerators))
	add("small", base(12))
	add("small-accelerated", with(12, accelerators))
	add("loop", loop.by(0, 8))
	add("loop-medium", loop.by(3, 8))
	add("hash", hash.by(0, 10))
	add("hash-medium", hash.by(3, 9))
	add("code", code.by(0, 9))
	add("code-medium", code.by(2, 9))
	add("code-small", code.by(4, 9))
	add("signatures", signatures.by(0, 7))
	add("tree", tree.by(0, 7))
	add("calls", calls.by(0, 7))
	add("data", data.by(0, 9))
	add("batch", batch.by(0, 8))
	add("batch-medium", batch.by(2, 8))
	add("batch-small", batch.by(4, 8))
	return out
}
