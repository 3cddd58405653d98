package forge

import (
	"slices"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/air/check"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/chips"
	"github.com/ashlar-labs/ashlar/zkvm/chips/tables"
	"github.com/ashlar-labs/ashlar/zkvm/record"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
)

// Instance fills a table from steps, at the least height of 2^log or more that holds them.
func Instance(t chips.Table, id rom.Table, steps []record.Step, log int) check.Instance {
	seg := &record.Segment{}
	seg.Steps[id] = steps
	for 1<<log <= t.Rows(seg) {
		log++
	}
	in := check.Instance{Chip: t.Chip, Main: make([][]field.Element, len(t.Chip.Main))}
	for i := range in.Main {
		in.Main[i] = make([]field.Element, 1<<log)
		for j := range in.Main[i] {
			in.Main[i][j] = field.New(uint64(77*i + j)) // Fill writes every row
		}
	}
	t.Fill(seg, in.Main)
	return in
}

// Supply is an instance that supplies the fixed tables with what the instances demand of
// them and the tables have.
func Supply(instances ...check.Instance) check.Instance {
	counts := map[[2]int]uint64{}
	for i := range instances {
		in := &instances[i]
		for row := range live(in) {
			values := eval(in.Chip, cells(in, row))
			for _, x := range in.Chip.Interactions {
				if column, at, ok := tables.Row(x.Bus, tuple(values, &x)); ok {
					counts[[2]int{column, at}] += uint64(values[x.Multiplicity].Uint32())
				}
			}
		}
	}
	return supply(counts)
}

// supply has one row for every tuple, on columns of their own for every bus.
func supply(counts map[[2]int]uint64) check.Instance {
	b := air.NewBuilder("supply")
	in := check.Instance{}
	height := 1
	for height < len(counts) {
		height *= 2
	}
	keys := make([][2]int, 0, len(counts))
	for k := range counts {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b [2]int) int { return slices.Compare(a[:], b[:]) })
	for column, to := range tables.Buses {
		var tuple []air.Expr
		first := len(in.Fixed)
		for j := range to.Width {
			tuple = append(tuple, b.Fixed(to.Name+string(rune('0'+j))))
			in.Fixed = append(in.Fixed, make([]field.Element, height))
		}
		b.Supply(to, b.Main(to.Name, "field"), tuple...)
		times := make([]field.Element, height)
		for i, k := range keys {
			if k[0] == column {
				times[i] = field.New(counts[k])
			}
		}
		for i := range height {
			at := 0
			if i < len(keys) && keys[i][0] == column {
				at = keys[i][1]
			}
			for j, v := range values(to, uint32(at)) {
				in.Fixed[first+j][i] = field.New(uint64(v))
			}
		}
		in.Main = append(in.Main, times)
	}
	in.Chip = b.Must()
	return in
}

// values is the tuple of a row of the fixed tables, written a second time.
func values(b air.Bus, i uint32) []uint32 {
	switch b.ID {
	case bus.Range5.ID:
		return []uint32{i % 32, i / 32 % 32, i / 1024 % 32}
	case bus.Bytes.ID:
		return []uint32{i % 256, i / 256}
	case bus.And.ID:
		return []uint32{i % 256, i / 256, i % 256 & (i / 256)}
	case bus.Pow2.ID:
		return []uint32{i % 16, 1 << (i % 16)}
	}
	return []uint32{i}
}

// live is the number of rows that take part in interactions.
func live(in *check.Instance) int {
	if in.Chip.HasPermutation() {
		return in.Height() - 1
	}
	return in.Height()
}

func cells(in *check.Instance, row int) []field.Element {
	out := make([]field.Element, len(in.Main))
	for i := range out {
		out[i] = in.Main[i][row]
	}
	return out
}

func eval(chip *air.Chip, main []field.Element) []field.Element {
	return evalInto(make([]field.Element, len(chip.Nodes)), chip, main)
}

func evalInto(out []field.Element, chip *air.Chip, main []field.Element) []field.Element {
	for i, n := range chip.Nodes {
		out[i] = evalNode(out, n, main)
	}
	return out
}

func evalNode(values []field.Element, n air.Node, main []field.Element) field.Element {
	switch n.Op {
	case air.OpConst:
		return n.Value
	case air.OpMain:
		return main[n.Index]
	case air.OpAdd:
		return values[n.A].Add(values[n.B])
	case air.OpSub:
		return values[n.A].Sub(values[n.B])
	case air.OpMul:
		return values[n.A].Mul(values[n.B])
	}
	panic("forge: unsupported node")
}

func tuple(values []field.Element, x *air.Interaction) []uint32 {
	return appendTuple(nil, values, x)
}

func appendTuple(to []uint32, values []field.Element, x *air.Interaction) []uint32 {
	for _, id := range x.Tuple {
		to = append(to, values[id].Uint32())
	}
	return to
}
