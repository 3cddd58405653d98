package system

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/air/check"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/chips/steptest"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

var update = flag.Bool("update", false, "rewrite testdata")

func TestGolden(t *testing.T) {
	for _, table := range Tables() {
		name := filepath.Join("testdata", table.Chip.Name+".golden")
		got := check.Describe(table.Chip)
		if *update {
			if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if want, err := os.ReadFile(name); err != nil || string(want) != got {
			t.Errorf("%s differs (%v): go test ./zkvm/chips/system -update", name, err)
		}
	}
}

const (
	pc   = 0x4321
	time = 70000
)

var output = [outputs]uint64{1, ^uint64(0), 0x0123_4567_89ab_cdef, 1 << 63}

// registers is what the halt finds in a7, a0, a1 to a4.
type registers [2 + outputs]uint64

func halting() registers {
	return registers{abi.EcallHalt, 0, output[0], output[1], output[2], output[3]}
}

// instance is a table with a halt that finds registers, and the rest of the machine.
func instance(r registers, log int) (check.Instance, []check.Message) {
	call := record.Call{PC: pc, Time: time, NextPC: bus.Halted, TimeStep: bus.StepTime, Number: abi.EcallHalt}
	external := []check.Message{
		steptest.Message(bus.State, air.Put, pc, time),
		steptest.Message(bus.State, air.Take, bus.Halted, time+bus.StepTime),
		steptest.Message(bus.ROM, air.Put, pc, uint32(rv64.Ecall), 0, 0, 0, 0, 0, 0, 0),
	}
	for i, v := range r {
		cell := uint32(bus.RegisterCell + registerA0 - 1 + i)
		if i == 0 {
			cell = bus.RegisterCell + registerA7
		}
		prev := uint32(time - 1 - 11000*i)
		call.Accesses = append(call.Accesses, record.Access{Cell: cell, Time: time, Prev: prev, Old: v, Value: v})
		external = append(external, steptest.Cell(air.Put, cell, v, prev), steptest.Cell(air.Take, cell, v, time))
	}
	var limbs []uint32
	for _, v := range output {
		for k := range 4 {
			limbs = append(limbs, uint32(v>>(16*k)&0xffff))
		}
	}
	external = append(external, steptest.Message(bus.Output, air.Take, limbs...))
	seg := &record.Segment{Calls: map[uint64][]record.Call{abi.EcallHalt: {call}}}
	return steptest.Fill(Tables(), seg, log)[0], external
}

func TestHalt(t *testing.T) {
	in, external := instance(halting(), 7)
	if err := steptest.Accept([]check.Instance{in}, external); err != nil {
		t.Fatal(err)
	}
	// A segment that does not halt has padding only.
	empty := steptest.Fill(Tables(), &record.Segment{}, 7)
	if err := steptest.Accept(empty, nil); err != nil {
		t.Fatal(err)
	}
}

func TestForgeries(t *testing.T) {
	for name, c := range map[string]struct {
		registers func(*registers)
		row       func(steptest.Row)
		external  func([]check.Message) []check.Message
		reason    string
	}{
		"exit code 1":             {registers: func(r *registers) { r[1] = 1 }, reason: "MEM"},
		"exit code 2^48":          {registers: func(r *registers) { r[1] = 1 << 48 }, reason: "MEM"},
		"another number":          {registers: func(r *registers) { r[0] = 94 }, reason: "MEM"},
		"number with high limbs":  {registers: func(r *registers) { r[0] = abi.EcallHalt | 1<<32 }, reason: "MEM"},
		"another output":          {registers: func(r *registers) { r[3] ^= 1 }, reason: "OUTPUT"},
		"output out of nowhere":   {row: func(r steptest.Row) { r.Set("a1.0", 7) }, reason: "OUTPUT"},
		"goes on":                 {row: func(r steptest.Row) { r.Set("next", pc+1) }, reason: "next pc"},
		"no halt, but its output": {row: func(r steptest.Row) { r.Set("real", 0) }, reason: "next pc"},
		"twice":                   {row: func(r steptest.Row) { r.Set("real", 2) }, reason: "real is a bit"},
		"a register of the future": {row: func(r steptest.Row) {
			r.Set("a1.lo", -2)
		}, reason: "RANGE16"},
		"padding that jumps": {row: func(r steptest.Row) {
			next := steptest.Row{In: r.In, At: r.At + 1}
			next.Set("next", bus.Halted)
		}, external: func(m []check.Message) []check.Message {
			return append(m, steptest.Message(bus.State, air.Put, 0, 0), steptest.Message(bus.State, air.Take, bus.Halted, 0))
		}, reason: "next pc"},
		"padding that moves time": {row: func(r steptest.Row) {
			next := steptest.Row{In: r.In, At: r.At + 1}
			next.Set("a3.lo", 1)
		}, reason: "a3: padding keeps the time"},
		"where the ROM has no ecall": {external: func(m []check.Message) []check.Message { return append(m[:2], m[3:]...) }, reason: "ROM"},
		"output that nobody demands": {external: func(m []check.Message) []check.Message { return m[:len(m)-1] }, reason: "OUTPUT"},
	} {
		r := halting()
		if c.registers != nil {
			c.registers(&r)
		}
		in, external := instance(r, 3)
		if c.row != nil {
			c.row(steptest.Row{In: &in, At: 0})
		}
		if c.external != nil {
			external = c.external(external)
		}
		why, err := steptest.Refusals([]check.Instance{in}, external)
		if err != nil {
			t.Fatal(err)
		}
		var all []string
		for _, w := range why {
			all = append(all, w.Text)
		}
		if !strings.Contains(strings.Join(all, "; "), c.reason) {
			t.Errorf("%s: want %q, got %q", name, c.reason, all)
		}
	}
}

func TestCorruption(t *testing.T) {
	in, external := instance(halting(), 3)
	for _, s := range steptest.Corrupt([]check.Instance{in}, 0, 0, external) {
		t.Error(s)
	}
}

// TestEveryPartIsNeeded drops constraints and interactions: one of the cases is accepted
// then.
func TestEveryPartIsNeeded(t *testing.T) {
	var cases []check.Case
	add := func(change func(in *check.Instance, external []check.Message) []check.Message) {
		in, external := instance(halting(), 1)
		external = change(&in, append(external, ranges(&in)...))
		cases = append(cases, check.Case{Name: in.Chip.Name, Instances: []check.Instance{in}, External: external})
	}
	// Everything that the machine does not answer.
	in, answers := instance(halting(), 1)
	n := len(append(answers, ranges(&in)...))
	for i := range n {
		add(func(_ *check.Instance, m []check.Message) []check.Message { return append(m[:i:i], m[i+1:]...) })
	}
	add(func(in *check.Instance, m []check.Message) []check.Message {
		steptest.Row{In: in, At: 0}.Set("next", 5)
		m[1].Tuple[0] = field.New(5)
		return m
	})
	// Rows of padding on which only one thing is wrong. Row 1 takes part in nothing.
	add(func(in *check.Instance, m []check.Message) []check.Message {
		steptest.Row{In: in, At: 1}.Set("real", 2)
		steptest.Row{In: in, At: 1}.Set("next", 2*bus.Halted-field.Modulus)
		return m
	})
	for _, access := range []string{"a7", "a0", "a1", "a2", "a3", "a4"} {
		add(func(in *check.Instance, m []check.Message) []check.Message {
			steptest.Row{In: in, At: 1}.Set(access+".lo", 1)
			return m
		})
	}
	left, err := check.Deletions(cases)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range left {
		t.Error(d)
	}
}

// ranges is what the range tables put for an instance.
func ranges(in *check.Instance) (out []check.Message) {
	unbalanced, err := check.Balance([]check.Instance{*in}, nil)
	if err != nil {
		panic(err)
	}
	for _, u := range unbalanced {
		for _, b := range []air.Bus{bus.Range16, bus.Range5} {
			for range -u.Net {
				if u.Bus == b.Name {
					out = append(out, steptest.Message(b, air.Put, u.Tuple...))
				}
			}
		}
	}
	return out
}
