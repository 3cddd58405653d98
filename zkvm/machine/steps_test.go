package machine

import (
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/guest/abi"
	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/zkvm/bus"
)

// linear is an expression of degree one: coefficients by main column, and a constant.
type linear struct {
	of       map[int32]field.Element
	constant field.Element
}

func linearOf(t *testing.T, c *air.Chip, id air.NodeID) linear {
	t.Helper()
	n := c.Nodes[id]
	switch n.Op {
	case air.OpConst:
		return linear{constant: n.Value}
	case air.OpMain:
		if n.Rotation == 0 {
			return linear{of: map[int32]field.Element{n.Index: field.One}}
		}
	case air.OpAdd:
		return linearOf(t, c, n.A).plus(linearOf(t, c, n.B), field.One)
	case air.OpSub:
		return linearOf(t, c, n.A).plus(linearOf(t, c, n.B), field.One.Neg())
	case air.OpMul:
		a, b := linearOf(t, c, n.A), linearOf(t, c, n.B)
		if len(a.of) > 0 {
			a, b = b, a
		}
		if len(a.of) == 0 {
			return linear{}.plus(b, a.constant)
		}
	}
	t.Fatalf("chip %s: node %d is not linear in this row", c.Name, id)
	return linear{}
}

func (l linear) plus(m linear, scale field.Element) linear {
	out := linear{of: map[int32]field.Element{}, constant: l.constant.Add(m.constant.Mul(scale))}
	for _, side := range []struct {
		linear
		scale field.Element
	}{{l, field.One}, {m, scale}} {
		for c, v := range side.of {
			if out.of[c] = out.of[c].Add(v.Mul(side.scale)); out.of[c] == 0 {
				delete(out.of, c)
			}
		}
	}
	return out
}

// last is the last element of the tuple of an interaction: the time, on STATE and on MEM.
func last(t *testing.T, c *air.Chip, x *air.Interaction) linear {
	t.Helper()
	return linearOf(t, c, x.Tuple[len(x.Tuple)-1])
}

func (l linear) minus(m linear) linear { return l.plus(m, field.One.Neg()) }

// steps returns what a chip adds to the time on STATE, by flag, and its time column.
func steps(t *testing.T, c *air.Chip) (time linear, by map[int32]uint32, ok bool) {
	var received, sent []linear
	for i := range c.Interactions {
		x := &c.Interactions[i]
		switch {
		case x.Bus.ID != bus.State.ID:
		case x.Direction == air.Put:
			sent = append(sent, last(t, c, x))
		default:
			received = append(received, last(t, c, x))
		}
	}
	if len(sent) == 0 && len(received) == 0 {
		return linear{}, nil, false
	}
	if len(sent) != 1 || len(received) != 1 {
		t.Fatalf("chip %s: %d states sent, %d received", c.Name, len(sent), len(received))
	}
	step := sent[0].minus(received[0])
	if step.constant != 0 || len(step.of) == 0 {
		t.Errorf("chip %s: step %v, which is not zero on padding", c.Name, step)
	}
	by = map[int32]uint32{}
	for col, v := range step.of {
		by[col] = v.Uint32()
		name := c.Main[col].Name
		cells := c.Name == "block" && name == "a2.0" && v.Uint32() == 2 // 1 to MaxAccelCells
		if !isBit(c, col) && !cells {
			t.Errorf("chip %s: the step depends on %s", c.Name, name)
		}
	}
	return received[0], by, true
}

// greatestStep is the greatest time that a row of a chip takes: its flags exclude each
// other. A chip that is not on STATE takes none.
func greatestStep(t *testing.T, c *air.Chip) uint64 {
	_, by, _ := steps(t, c)
	greatest := uint64(0)
	for col, v := range by {
		if !isBit(c, col) {
			return 2 * abi.MaxAccelCells
		}
		greatest = max(greatest, uint64(v))
	}
	return greatest
}

// Every access of a chip that is on STATE happens within the step of the row, and receives
// a time that is before it by one, where the access is made, and by lo + 2^16 hi.
func TestAccessesLieWithinSteps(t *testing.T) {
	chips, accesses := 0, 0
	for _, table := range Machine().Tables {
		c := table.Chip
		time, by, ok := steps(t, c)
		if !ok {
			continue
		}
		chips++
		var received *linear
		for i := range c.Interactions {
			x := &c.Interactions[i]
			if x.Bus.ID != bus.Memory.ID {
				continue
			}
			at := last(t, c, x)
			if x.Direction == air.Take {
				received = &at
				continue
			}
			accesses++
			checkOffset(t, c, at.minus(time), by)
			checkDistance(t, c, at.minus(*received), by)
		}
	}
	if chips != 30 || accesses < 200 {
		t.Errorf("%d chips, %d accesses", chips, accesses)
	}
}

// checkOffset: on a row with one flag set the offset is that flag's coefficient.
func checkOffset(t *testing.T, c *air.Chip, offset linear, by map[int32]uint32) {
	t.Helper()
	if offset.constant != 0 {
		t.Errorf("chip %s: an access at %v on padding", c.Name, offset)
	}
	for col, v := range offset.of {
		if c.Name != "block" && v.Uint32() >= by[col] || c.Name == "block" {
			t.Errorf("chip %s: an access at ts + %d %s, of step %d", c.Name, v.Uint32(), c.Main[col].Name, by[col])
		}
	}
}

func checkDistance(t *testing.T, c *air.Chip, d linear, by map[int32]uint32) {
	t.Helper()
	low, high := 0, 0
	for col, v := range d.of {
		name := c.Main[col].Name
		_, flag := by[col]
		switch {
		case strings.HasSuffix(name, ".lo") && v == field.One:
			low++
		case strings.HasSuffix(name, ".hi") && v == field.New(1<<16):
			high++
		case isBit(c, col) && v == field.One && (flag || c.Name == "block"):
		default:
			t.Errorf("chip %s: an access takes time %d %s", c.Name, v.Uint32(), name)
		}
	}
	if low != 1 || high != 1 || d.constant != 0 || len(d.of) < 3 {
		t.Errorf("chip %s: an access takes time %v", c.Name, d)
	}
}
