package air

import "github.com/ashlar-labs/ashlar/stark/field/ext"

// Point gives the leaves of a graph at one place, all as elements of E6. Columns are
// indexed by rotation, then by column; a rotation that no node of the graph reads may be
// shorter.
type Point struct {
	Main, Fixed, Perm [2][]ext.E6
	Public            []ext.E6
	Challenges        []ext.E6
	Exposed           []ext.E6
}

// Eval returns the value of every node at a point. It is what a verifier computes out of
// the domain, and what a circuit repeats. The leaves have to be there: a shape was checked
// before.
func Eval(nodes []Node, p *Point) []ext.E6 {
	out := make([]ext.E6, len(nodes))
	for i, n := range nodes {
		switch n.Op {
		case OpConst:
			out[i] = ext.FromBase(n.Value)
		case OpPublic:
			out[i] = p.Public[n.Index]
		case OpChallenge:
			out[i] = p.Challenges[n.Index]
		case OpExposed:
			out[i] = p.Exposed[n.Index]
		case OpMain:
			out[i] = p.Main[n.Rotation][n.Index]
		case OpFixed:
			out[i] = p.Fixed[n.Rotation][n.Index]
		case OpPerm:
			out[i] = p.Perm[n.Rotation][n.Index]
		case OpAdd:
			out[i] = out[n.A].Add(out[n.B])
		case OpSub:
			out[i] = out[n.A].Sub(out[n.B])
		case OpMul:
			out[i] = out[n.A].Mul(out[n.B])
		}
	}
	return out
}
