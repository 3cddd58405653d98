package batch

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
)

// ChunkRows is the greatest number of rows of a chunk. A base value of a chunk is 2 kB and
// a value of E6 12 kB, so that the registers of a program stay in the second-level cache.
const ChunkRows = 512

// opcode is an operation on chunks.
type opcode uint8

const (
	baseAdd     opcode = iota + 1 // dst = a + b
	baseSub                       // dst = a - b
	baseMul                       // dst = a * b
	baseScale                     // dst = a * slot
	extCombine                    // dst (+)= slot + sum of terms
	extCopy                       // dst = a
	extAdd                        // dst += a
	extSub                        // dst -= a
	extScale                      // dst = a * slot
	extAddScale                   // dst += a * slot of the base field
	extMul                        // dst = a * b
	extMulBase                    // dst = a * b, b base
)

// instr is one operation. Operands index the table of base or of E6 values of a machine:
// first registers, then leaves.
type instr struct {
	op        opcode
	dst, a, b int32
	slot      int32
	// extCombine only: whether dst is overwritten, and what is added to it.
	fresh bool
	terms []term
}

// term is scalar times base value, or E6 scalar times E6 value.
type term struct {
	slot, at int32
	ext      bool
}

// scalar is how the value in a slot comes about; operands are slots before it.
type scalar struct {
	op    air.Op
	index int32
	a, b  int32
	value field.Element
	ext   bool
}

// leaf is a column, or with op air.OpConst a chunk that holds a scalar.
type leaf struct {
	op       air.Op
	index    int32
	rotation int32
	slot     int32
}

// output says where the value of a root is.
type output struct {
	ext bool
	at  int32
}

// Program is a compiled graph. It is not changed after Compile and may be shared.
type Program struct {
	scalars    []scalar
	code       []instr
	baseRegs   int32
	extRegs    int32
	baseLeaves []leaf
	extLeaves  []leaf
	outputs    []output
}

// Scalars are the leaves that are the same on all rows. Challenges may be longer than
// air.NumChallenges when a caller adds nodes of its own to a graph.
type Scalars struct {
	Public     []field.Element
	Challenges []ext.E6
	Exposed    []ext.E6
}

// Bound is a program with its scalars. It may be shared.
type Bound struct {
	program *Program
	slots   []ext.E6
}

// Bind computes the scalars of a program.
func (p *Program) Bind(s Scalars) (*Bound, error) {
	b := &Bound{program: p, slots: make([]ext.E6, len(p.scalars))}
	for i, op := range p.scalars {
		v := &b.slots[i]
		switch op.op {
		case air.OpConst:
			*v = ext.FromBase(op.value)
		case air.OpPublic:
			if int(op.index) >= len(s.Public) {
				return nil, fmt.Errorf("bind: public value %d of %d", op.index, len(s.Public))
			}
			*v = ext.FromBase(s.Public[op.index])
		case air.OpChallenge:
			if int(op.index) >= len(s.Challenges) {
				return nil, fmt.Errorf("bind: challenge %d of %d", op.index, len(s.Challenges))
			}
			*v = s.Challenges[op.index]
		case air.OpExposed:
			if int(op.index) >= len(s.Exposed) {
				return nil, fmt.Errorf("bind: exposed value %d of %d", op.index, len(s.Exposed))
			}
			*v = s.Exposed[op.index]
		case air.OpAdd:
			*v = b.slots[op.a].Add(b.slots[op.b])
		case air.OpSub:
			*v = b.slots[op.a].Sub(b.slots[op.b])
		case air.OpMul:
			*v = b.slots[op.a].Mul(b.slots[op.b])
		}
	}
	return b, nil
}

// Operations is the number of operations that a chunk takes, for reports.
func (p *Program) Operations() int { return len(p.code) }

// Registers is the number of base and of E6 registers, for reports.
func (p *Program) Registers() (base, ext int) { return int(p.baseRegs), int(p.extRegs) }

// IsExt says whether a root is a value of E6.
func (p *Program) IsExt(root int) bool { return p.outputs[root].ext }
