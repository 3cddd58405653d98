package machine

import (
	"fmt"
	"maps"
	"strconv"
	"strings"

	"github.com/ashlar-labs/ashlar/zkvm/chips"
	tablechip "github.com/ashlar-labs/ashlar/zkvm/chips/tables"
)

// boundaryLogs are the heights of boundary proofs.
var boundaryLogs = []int{10, 12, 14, 16, 17, 18, 19, 20}

// instructions are the chips that every shape has.
var instructions = []string{
	"add", "add_imm", "addw", "addw_imm", "bitwise", "bitwise_imm", "compare", "compare_imm", "shift", "shift_imm",
	"mul", "mul_high", "div_rem", "branch_equal", "branch_less", "jump", "jalr",
	"load_double", "load_word", "load_byte", "store_double", "store_word", "store_byte", "halt",
}

// base are heights that hold a little of everything but accelerators.
func base(log int) mix {
	out := mix{"tables": {tablechip.LogHeight}, "local": {log}, "program": {log}}
	for _, name := range instructions {
		out[name] = []int{log}
	}
	return out
}

// with returns base heights with some of them changed.
func with(log int, changes ...mix) mix {
	out := base(log)
	for _, c := range changes {
		maps.Copy(out, c)
	}
	return out
}

// largestCall holds a copy of the greatest length between cells that nothing has touched:
// without a shape that does, a program that makes one could not be proven.
var largestCall = parse("block 9, block_row 13, local 14")

// mix are log2 heights by name of table: one, or those of a first and a second table (see
// Place). The mixes below fit measured programs: general code, and batches of transactions
// in their phases. Tables that they leave out have the least height.
type mix map[string][]int

// parse reads a mix: names with heights, "add 15, add_imm 17+15".
func parse(text string) mix {
	out := mix{}
	for _, entry := range strings.Split(text, ",") {
		name, heights, _ := strings.Cut(strings.TrimSpace(entry), " ")
		for _, h := range strings.Split(heights, "+") {
			log, err := strconv.Atoi(h)
			if err != nil {
				panic(fmt.Sprintf("mix: %q: %v", entry, err)) // part of the program
			}
			out[name] = append(out[name], log)
		}
	}
	return out
}

var (
	// loop is a counter and a sum.
	loop = parse(`
		add 17, add_imm 19, branch_less 17, local 11, program 11`)
	// hash is SHA-256 and its like in software.
	hash = parse(`
		add 17, add_imm 12, bitwise 18, shift_imm 18, load_word 16, load_byte 14, store_word 14, branch_equal 12, branch_less 12, jump 12, local 14,
		program 13, block 9, block_row 14`)
	// code is a Go program that calls no accelerators but those of its runtime, for copies.
	code = parse(`
		add 15, add_imm 17, addw 10, addw_imm 13, bitwise 15, bitwise_imm 14, compare 13, compare_imm 12, shift 12, shift_imm 15, mul 13, mul_high 12,
		div_rem 10, branch_equal 16, branch_less 16, jump 15, jalr 14, load_double 17, load_word 14, load_byte 16, store_double 17, store_word 14,
		store_byte 16, local 16, program 15, block 9, block_row 14`)
	// text decodes, sorts and hashes text; walk follows pointers and compares; table is both.
	text = parse(`
		add 15, add_imm 17, addw 9, addw_imm 12, bitwise 16, bitwise_imm 13, compare 11, compare_imm 12, shift 10, shift_imm 16, mul 13, mul_high 12,
		div_rem 9, branch_equal 16, branch_less 15, jump 15, jalr 14, load_double 17, load_word 13, load_byte 16, store_double 16, store_word 12,
		store_byte 13, local 15, program 15, block 9, block_row 14`)
	walk = parse(`
		add 14, add_imm 17, addw 9, addw_imm 10, bitwise 11, bitwise_imm 14, compare 9, compare_imm 9, shift 9, shift_imm 12, mul 10, mul_high 9, div_rem 8,
		branch_equal 16, branch_less 16, jump 14, jalr 15, load_double 17, load_word 13, load_byte 14, store_double 16, store_word 9, store_byte 10, local 14,
		program 14, block 9, block_row 14`)
	table = parse(`
		add 15, add_imm 17, addw 9, addw_imm 13, bitwise 13, bitwise_imm 14, compare 10, compare_imm 11, shift 10, shift_imm 13, mul 12, mul_high 11,
		div_rem 9, branch_equal 16, branch_less 16, jump 15, jalr 14, load_double 16, load_word 12, load_byte 15, store_double 16, store_word 11,
		store_byte 12, local 15, program 15, block 9, block_row 14`)
	// calls executes contracts, which is mostly copies of bytes.
	calls = parse(`
		add 15, add_imm 17, addw 7, addw_imm 12, bitwise 14, bitwise_imm 13, compare 13, compare_imm 9, shift 11, shift_imm 15, mul 12, mul_high 12, div_rem 8,
		branch_equal 15, branch_less 15, jump 15, jalr 14, load_double 17, load_word 12, load_byte 16, store_double 16, store_word 12, store_byte 16, local 15,
		program 15, keccak 9, keccakf 11, mod256 12, curve 11, poseidon16 7, poseidon24 7, block 9, block_row 14`)
	// scan looks through bytes.
	scan = parse(`
		add 14, add_imm 17, addw 8, addw_imm 12, bitwise 13, bitwise_imm 13, compare 14, compare_imm 12, shift 7, shift_imm 14, mul 12, mul_high 12, div_rem 8,
		branch_equal 17, branch_less 15, jump 14, jalr 13, load_double 15, load_word 12, load_byte 18, store_double 15, store_word 13, store_byte 17, local 15,
		program 15, keccak 9, keccakf 11, mod256 7, curve 7, poseidon16 7, poseidon24 7, block 9, block_row 14`)
	// batch decodes, works on the state tree, and is what other phases of a batch have in common.
	batch = parse(`
		add 15, add_imm 17, addw 7, addw_imm 14, bitwise 15, bitwise_imm 14, compare 14, compare_imm 13, shift 14, shift_imm 16, mul 13, mul_high 13,
		div_rem 8, branch_equal 16, branch_less 16, jump 16, jalr 14, load_double 17, load_word 15, load_byte 16, store_double 16, store_word 15,
		store_byte 16, local 16, program 15, keccak 9, keccakf 13, mod256 7, curve 7, poseidon16 11, poseidon24 9, block 9, block_row 14`)
)

// phases are heights for the phases of batches, from measured batches (fit_test.go).
var phases = []mix{
	parse(`
		add 14+12, add_imm 16+15, addw 7, addw_imm 10, bitwise 13+11, bitwise_imm 12+11, compare 12, compare_imm 8+7, shift 10, shift_imm 14+12, mul 10+8,
		mul_high 10, div_rem 7, branch_equal 14+12, branch_less 15, jump 14+12, jalr 13, load_double 16+14, load_word 10+9, load_byte 15, store_double 16,
		store_word 10+9, store_byte 15, keccak 7, keccakf 10+9, mod256 10+8, curve 10, poseidon16 7, poseidon24 7, local 15, program 15, block 9, block_row 14`),
	parse(`
		add 12+10, add_imm 16+15, addw 10+9, addw_imm 9+7, bitwise 10+8, bitwise_imm 12+11, compare 10+8, compare_imm 12+11, shift 7, shift_imm 11, mul 7,
		mul_high 8, div_rem 8, branch_equal 16+14, branch_less 14+12, jump 14, jalr 12, load_double 14+13, load_word 9+7, load_byte 17+16, store_double 14+13,
		store_word 8+7, store_byte 16, keccak 7, keccakf 7, mod256 8, curve 7, poseidon16 8, poseidon24 8, local 15, program 15, block 9, block_row 14`),
	parse(`
		add 14+13, add_imm 16+15, addw 11+9, addw_imm 7, bitwise 13+12, bitwise_imm 12+11, compare 14, compare_imm 11+9, shift 9, shift_imm 13, mul 12+11,
		mul_high 12+10, div_rem 9+7, branch_equal 16+14, branch_less 14+13, jump 14, jalr 12+11, load_double 15+13, load_word 7, load_byte 17+16,
		store_double 15+13, store_word 7, store_byte 16, keccak 7, keccakf 7, mod256 7, curve 7, poseidon16 7, poseidon24 7, local 15, program 15, block 9,
		block_row 14`),
	parse(`
		add 14+12, add_imm 16+14, addw 10, addw_imm 10+8, bitwise 13, bitwise_imm 12+11, compare 9, compare_imm 12, shift 13+11, shift_imm 13+12, mul 10,
		mul_high 8+7, div_rem 7, branch_equal 14, branch_less 15, jump 14, jalr 13, load_double 16, load_word 12, load_byte 14+13, store_double 15+14,
		store_word 12+10, store_byte 15, keccak 8+7, keccakf 13, mod256 7, curve 7, poseidon16 8, poseidon24 7, local 15, program 15, block 9, block_row 14`),
	parse(`
		add 14+13, add_imm 16+15, addw 7, addw_imm 11+9, bitwise 14, bitwise_imm 12+11, compare 12+10, compare_imm 8+7, shift 11, shift_imm 15, mul 12,
		mul_high 11, div_rem 7, branch_equal 15, branch_less 15, jump 14+13, jalr 13+11, load_double 16+14, load_word 11+10, load_byte 16, store_double 16,
		store_word 11+10, store_byte 16, keccak 7, keccakf 11, mod256 11+9, curve 10+9, poseidon16 7, poseidon24 7, local 15, program 15, block 9,
		block_row 14`),
	parse(`
		add 15+13, add_imm 16+15, addw 8+7, addw_imm 13+12, bitwise 14+13, bitwise_imm 13+12, compare 10+8, compare_imm 13, shift 9, shift_imm 16, mul 13+12,
		mul_high 12, div_rem 9+7, branch_equal 15+13, branch_less 15, jump 15+13, jalr 13+12, load_double 16+14, load_word 14+12, load_byte 16+14,
		store_double 15+13, store_word 14+12, store_byte 16+14, keccak 7, keccakf 7, mod256 7, curve 7, poseidon16 7, poseidon24 8+7, local 16, program 15,
		block 9, block_row 14`),
	parse(`
		add 15, add_imm 16+15, addw 9+8, addw_imm 13+11, bitwise 14, bitwise_imm 14, compare 8, compare_imm 12, shift 8+7, shift_imm 15+14, mul 13,
		mul_high 12+10, div_rem 8, branch_equal 16, branch_less 15, jump 16, jalr 14+12, load_double 17, load_word 14+13, load_byte 15+14, store_double 16+15,
		store_word 14+13, store_byte 15, keccak 7, keccakf 7, mod256 7, curve 7, poseidon16 11+9, poseidon24 8+7, local 16, program 15, block 9, block_row 14`),
	parse(`
		add 17, add_imm 15+13, addw 11+9, addw_imm 11+10, bitwise 15+13, bitwise_imm 12, compare 16+15, compare_imm 11+10, shift 8+7, shift_imm 12+10,
		mul 15+13, mul_high 15+13, div_rem 9+7, branch_equal 14+12, branch_less 13+12, jump 14, jalr 12, load_double 16, load_word 7, load_byte 15+13,
		store_double 15+14, store_word 7, store_byte 14, keccak 7, keccakf 11, mod256 7, curve 7, poseidon16 9+7, poseidon24 8, local 16, program 15, block 9,
		block_row 14`),
	parse(`
		add 15, add_imm 16+15, addw 8, addw_imm 13, bitwise 14+12, bitwise_imm 14, compare 12+11, compare_imm 11+10, shift 12, shift_imm 15, mul 12+10,
		mul_high 12, div_rem 7, branch_equal 15+13, branch_less 15, jump 15+13, jalr 13+12, load_double 16+14, load_word 13+12, load_byte 16, store_double 16,
		store_word 14+12, store_byte 16+14, keccak 8, keccakf 12+10, mod256 8+7, curve 8, poseidon16 11+9, poseidon24 8+7, local 16, program 15, block 9,
		block_row 14`),
	parse(`
		add 15, add_imm 17+15, addw 7, addw_imm 12+11, bitwise 15, bitwise_imm 13+12, compare 8, compare_imm 9+7, shift 13, shift_imm 15, mul 12+11,
		mul_high 11+10, div_rem 7, branch_equal 15+14, branch_less 16, jump 15+14, jalr 14, load_double 17, load_word 14+13, load_byte 14+13,
		store_double 16+14, store_word 14+13, store_byte 14, keccak 8, keccakf 12, mod256 7, curve 7, poseidon16 11, poseidon24 8+7, local 16, program 15,
		block 9, block_row 14`),
	parse(`
		add 15, add_imm 16+15, addw 8+7, addw_imm 12, bitwise 14, bitwise_imm 12+11, compare 13, compare_imm 9+7, shift 12+11, shift_imm 14+13, mul 12+10,
		mul_high 11+9, div_rem 7, branch_equal 15+13, branch_less 14+13, jump 15, jalr 13+12, load_double 16+14, load_word 13, load_byte 16,
		store_double 16+14, store_word 13, store_byte 15+14, keccak 8, keccakf 12+10, mod256 12, curve 11+10, poseidon16 7, poseidon24 7, local 16, program 15,
		block 9, block_row 14`),
	parse(`
		add 15, add_imm 17, addw 7, addw_imm 11+9, bitwise 14+12, bitwise_imm 13, compare 12+10, compare_imm 9+8, shift 12+10, shift_imm 15, mul 11+10,
		mul_high 11, div_rem 7, branch_equal 15+13, branch_less 15+13, jump 15, jalr 13+12, load_double 16+15, load_word 12, load_byte 16+14,
		store_double 16+14, store_word 11+10, store_byte 16+14, keccak 8, keccakf 12, mod256 11+9, curve 10+9, poseidon16 7, poseidon24 7, local 16,
		program 15, block 9, block_row 14`),
	parse(`
		add 15, add_imm 17, addw 9+8, addw_imm 9+8, bitwise 15, bitwise_imm 13, compare 8, compare_imm 12+10, shift 14, shift_imm 15+14, mul 11, mul_high 7,
		div_rem 7, branch_equal 15, branch_less 15+14, jump 15, jalr 13+12, load_double 16+14, load_word 11+10, load_byte 16+14, store_double 16,
		store_word 8+7, store_byte 17, keccak 8+7, keccakf 13, mod256 8+7, curve 7, poseidon16 7, poseidon24 7, local 16, program 15, block 9, block_row 14`),
	parse(`
		add 15+13, add_imm 17, addw 8, addw_imm 12+11, bitwise 14+13, bitwise_imm 13, compare 13+12, compare_imm 9, shift 10+9, shift_imm 15+13, mul 12+11,
		mul_high 12, div_rem 7, branch_equal 15+13, branch_less 15, jump 15+13, jalr 14, load_double 17, load_word 13, load_byte 15+14, store_double 16+15,
		store_word 12+11, store_byte 15+14, keccak 7, keccakf 11, mod256 13, curve 12+10, poseidon16 7, poseidon24 7, local 16, program 15, block 9,
		block_row 14`),
}

// by returns the mix with heights 2^less smaller, for runs and ends of runs that are shorter,
// and no instruction below a floor.
func (m mix) by(less, floor int) mix {
	out := base(floor)
	for name, logs := range m {
		least := minLog
		if _, ok := out[name]; ok {
			least = floor
		}
		out[name] = []int{max(least, logs[0]-less)}
		for _, log := range logs[1:] {
			if log-less >= minLog {
				out[name] = append(out[name], log-less)
			}
		}
	}
	if less > 0 {
		// Not everything is rarer in a short run: rows used, and the calls of one signature.
		out["program"] = []int{min(m["program"][0], 13)}
		if m["curve"] != nil {
			out["curve"], out["mod256"], out["keccakf"] = []int{9}, []int{10}, []int{max(10, out["keccakf"][0])}
		}
		if m["block"] != nil {
			for name, logs := range largestCall {
				out[name] = []int{max(logs[0], out[name][0])}
			}
		}
	}
	return out
}

// shapes is the fixed list. The order is part of the protocol: a proof names its shape by
// its place.
func shapes(tables []chips.Table, places []Place) []Shape {
	accelerators := parse("keccak 7, keccakf 9, mod256 7, curve 7, poseidon16 7, poseidon24 7, block 7, block_row 8")
	var out []Shape
	cells := rowCells(tables)
	add := func(name string, heights mix) { out = append(out, newShape(name, tables, places, cells, heights)) }
	add("tiny", base(8))
	add("tiny-accelerated", with(8, accelerators))
	add("small", base(12))
	add("small-accelerated", with(12, accelerators, largestCall))
	add("loop", loop.by(0, 8))
	add("loop-medium", loop.by(3, 8))
	add("hash", hash.by(0, 10))
	add("hash-medium", hash.by(3, 9))
	add("code", code.by(0, 9))
	add("code-medium", code.by(2, 9))
	add("code-small", code.by(4, 9))
	add("text", text.by(0, 9))
	add("walk", walk.by(0, 8))
	add("table", table.by(0, 9))
	add("calls-medium", calls.by(2, 9))
	add("scan-medium", scan.by(2, 9))
	add("batch-medium", batch.by(2, 9))
	add("batch-small", batch.by(4, 9))
	for i, m := range phases {
		add(fmt.Sprintf("phase-%d", i+1), m.by(0, 8))
	}
	return out
}
