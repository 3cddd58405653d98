package air

import "github.com/ashlar-labs/ashlar/stark/field"

// NodeID is the place of a node in its chip's graph. Operands come before the nodes that
// use them.
type NodeID int32

// Op says what a node is.
type Op uint8

// Kinds of nodes. A column is taken on the current row (Rotation 0) or on the next one
// (Rotation 1), cyclically.
const (
	OpConst     Op = iota + 1 // Value
	OpPublic                  // public value Index of the proof
	OpChallenge               // challenge Index, in E6
	OpExposed                 // exposed value Index of this table, in E6
	OpMain                    // main column Index
	OpFixed                   // fixed column Index
	OpPerm                    // permutation column Index, in E6
	OpAdd                     // A + B
	OpSub                     // A - B
	OpMul                     // A * B
)

// Node is one vertex of the graph.
type Node struct {
	Op       Op
	Index    int32 // of a column or a value
	Rotation int32 // of a column: 0 or 1
	A, B     NodeID
	Value    field.Element
}

// Challenges by index: those of the buses local to a proof, those shared by all proofs of
// a run, and the point at which polynomial identities are checked.
const (
	LocalAlpha = iota
	LocalBeta
	GlobalAlpha
	GlobalBeta
	Gamma
	NumChallenges
)

// Info is what follows from a node's operands.
type Info struct {
	Degree int
	Ext    bool // a value of E6
	Scalar bool // the same on all rows
}

// Analyze returns the properties of every node.
func Analyze(nodes []Node) []Info {
	out := make([]Info, 0, len(nodes))
	for _, n := range nodes {
		out = append(out, info(n, out))
	}
	return out
}

func info(n Node, before []Info) Info {
	switch n.Op {
	case OpConst, OpPublic:
		return Info{Scalar: true}
	case OpChallenge, OpExposed:
		return Info{Ext: true, Scalar: true}
	case OpMain, OpFixed:
		return Info{Degree: 1}
	case OpPerm:
		return Info{Degree: 1, Ext: true}
	}
	a, b := before[n.A], before[n.B]
	d := max(a.Degree, b.Degree)
	if n.Op == OpMul {
		d = a.Degree + b.Degree
	}
	return Info{Degree: d, Ext: a.Ext || b.Ext, Scalar: a.Scalar && b.Scalar}
}
