package verifier

import (
	"context"
	"slices"
	"testing"

	"github.com/ashlar-labs/ashlar/stark/air"
	"github.com/ashlar-labs/ashlar/stark/dft"
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/fri"
	"github.com/ashlar-labs/ashlar/stark/logup"
	"github.com/ashlar-labs/ashlar/stark/merkle"
	"github.com/ashlar-labs/ashlar/stark/proof"
	"github.com/ashlar-labs/ashlar/stark/transcript"
)

// A slow prover, written from docs/proving.md row by row and point by point, that also
// proves wrongly when it is told to.

type columns = [][]field.Element

// statement is something to prove: a key, values and filled tables, by table of the key.
type statement struct {
	key              *proof.Key
	context, publics []field.Element
	external         []logup.Message
	main, fixed      []columns
	cheat            cheat
}

// cheat are the places where a wrong prover departs.
type cheat struct {
	exposed func(exposed []ext.E6)
	perm    func(table int, columns [][]ext.E6)
	claims  func(claims []ext.E6)
	pins    func(pins []ext.E6)
	lambda  func(lambda *ext.E6)
	// samePowers begins with lambda^0 in every table, so that violations could cancel.
	samePowers bool
}

// committed is a tree with what it is over.
type committed struct {
	coeffs   []columns // by matrix
	extended []columns
	tree     *merkle.Tree
	cap      merkle.Cap
}

type referenceProver struct {
	t   testing.TB
	s   *statement
	key *proof.Key
	all [proof.NumTrees]committed
	// claims and pins as they are, whatever is claimed: the words stay of low degree.
	trueClaims, truePins []ext.E6
}

func newKey(t testing.TB, layout *proof.Layout, fixed []columns) *proof.Key {
	t.Helper()
	r := &referenceProver{t: t, key: &proof.Key{Layout: layout}}
	r.commit(proof.Fixed, fixed)
	key, err := proof.NewKey(layout, r.all[proof.Fixed].cap)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func (r *referenceProver) must(err error) {
	r.t.Helper()
	if err != nil {
		r.t.Fatal(err)
	}
}

// commit extends evaluations over trace domains, given by table.
func (r *referenceProver) commit(id proof.TreeID, byTable []columns) {
	var coeffs []columns
	for i := range r.key.Trees[id].Matrices {
		var matrix columns
		for _, column := range byTable[r.key.Trees[id].Matrices[i].Table] {
			c := append([]field.Element(nil), column...)
			r.must(dft.Interpolate(c))
			matrix = append(matrix, c)
		}
		coeffs = append(coeffs, matrix)
	}
	r.commitCoeffs(id, coeffs)
}

func (r *referenceProver) commitCoeffs(id proof.TreeID, coeffs []columns) {
	c := &r.all[id]
	c.coeffs = coeffs
	if r.key.Trees[id].Scheme == nil {
		return
	}
	for i, matrix := range coeffs {
		log := r.key.LogDomain(r.key.Trees[id].Matrices[i].Table)
		coset, err := dft.NewCoset(log-r.key.Layer.LogBlowup, r.key.Layer.LogBlowup, fri.Shift(log))
		r.must(err)
		var extended columns
		for _, column := range matrix {
			dst := make([]field.Element, coset.Out())
			r.must(coset.Extend(dst, column))
			extended = append(extended, dst)
		}
		c.extended = append(c.extended, extended)
	}
	tree, err := r.key.Trees[id].Scheme.Commit(context.Background(), c.extended, 2)
	r.must(err)
	c.tree, c.cap = tree, tree.Cap()
}

// globalOf stands for the run: the challenge depends on the first pass.
func globalOf(shared proof.SharedPart) (g proof.Global) {
	tr := transcript.New("test run")
	tr.Digests(shared.Cap...)
	tr.Extensions(shared.Pins...)
	for i := range g.Digest {
		g.Digest[i] = tr.Element()
	}
	g.Alpha, g.Beta = tr.Extension(), tr.Extension()
	return g
}

func (s *statement) prove(t testing.TB) (*proof.Proof, proof.Global, *transcript.Log) {
	t.Helper()
	r := &referenceProver{t: t, s: s, key: s.key}
	p, log := &proof.Proof{}, &transcript.Log{}
	r.commit(proof.Fixed, s.fixed)
	r.commit(proof.Shared, s.main)
	r.commit(proof.Main, s.main)

	var zeta0 ext.E6
	if s.key.HasShared() {
		p.Shared.Cap = r.all[proof.Shared].cap
		zeta0 = proof.Pass1(s.key, s.context, s.publics, p.Shared.Cap)
		for _, matrix := range r.all[proof.Shared].coeffs {
			for _, c := range matrix {
				p.Shared.Pins = append(p.Shared.Pins, evaluate(c, zeta0))
			}
		}
		r.truePins = slices.Clone(p.Shared.Pins)
		if s.cheat.pins != nil {
			s.cheat.pins(p.Shared.Pins)
		}
	}
	global := globalOf(p.Shared)
	t2 := proof.NewRecordedPass2(s.key, s.context, s.publics, p.Shared, global, log)
	p.MainCap = r.all[proof.Main].cap
	challenges := t2.Main(p.MainCap)

	perm := make([]columns, len(s.key.Tables))
	wide := make([][][]ext.E6, len(s.key.Tables))
	for i := range s.key.Tables {
		var exposed []ext.E6
		wide[i], exposed = r.fill(i, challenges)
		if s.cheat.perm != nil {
			s.cheat.perm(i, wide[i])
		}
		p.Exposed = append(p.Exposed, exposed...)
		perm[i] = flatten(wide[i])
	}
	if s.cheat.exposed != nil {
		s.cheat.exposed(p.Exposed)
	}
	r.commit(proof.Permutation, perm)
	p.PermutationCap = r.all[proof.Permutation].cap
	lambda := t2.Permutation(p.PermutationCap, p.Exposed)
	if s.cheat.lambda != nil {
		s.cheat.lambda(&lambda)
	}
	r.commitCoeffs(proof.Quotient, r.quotients(challenges, p.Exposed, lambda))
	p.QuotientCap = r.all[proof.Quotient].cap
	zeta := t2.Quotient(p.QuotientCap)
	p.Claims = r.claims(zeta)
	r.trueClaims = slices.Clone(p.Claims)
	if s.cheat.claims != nil {
		s.cheat.claims(p.Claims)
	}
	mu := t2.Claims(p.Claims)
	r.open(p, t2.FRI(), zeta0, zeta, mu)
	return p, global, log
}

// evaluate is the value at z of a polynomial with base coefficients.
func evaluate(coeffs []field.Element, z ext.E6) (sum ext.E6) {
	for i := len(coeffs) - 1; i >= 0; i-- {
		sum = sum.Mul(z).AddBase(coeffs[i])
	}
	return sum
}

func flatten(wide [][]ext.E6) (out columns) {
	for _, column := range wide {
		var six [ext.Degree][]field.Element
		for _, x := range column {
			for j := range x {
				six[j] = append(six[j], x[j])
			}
		}
		out = append(out, six[:]...)
	}
	return out
}

func lift(xs []field.Element) (out []ext.E6) {
	for _, x := range xs {
		out = append(out, ext.FromBase(x))
	}
	return out
}

func rowOf(c columns, r int) (out []ext.E6) {
	for _, column := range c {
		out = append(out, ext.FromBase(column[r%len(column)]))
	}
	return out
}

// nodesOnRows evaluates the graph on all rows of a table, with permutation columns zero.
func (r *referenceProver) nodesOnRows(i int, challenges [air.NumChallenges]ext.E6) (out [][]ext.E6) {
	t := &r.key.Tables[i]
	zeros := make([]ext.E6, len(t.Columns))
	for row := range t.Height() {
		out = append(out, air.Eval(t.Nodes, &air.Point{
			Main:   [2][]ext.E6{rowOf(r.s.main[i], row), rowOf(r.s.main[i], row+1)},
			Fixed:  [2][]ext.E6{rowOf(r.s.fixed[i], row), rowOf(r.s.fixed[i], row+1)},
			Perm:   [2][]ext.E6{zeros, zeros},
			Public: lift(r.s.publics), Challenges: challenges[:], Exposed: make([]ext.E6, t.NumExposed),
		}))
	}
	return out
}

// fill computes the permutation columns and the exposed values of a table.
func (r *referenceProver) fill(i int, challenges [air.NumChallenges]ext.E6) (perm [][]ext.E6, exposed []ext.E6) {
	t := &r.key.Tables[i]
	nodes := r.nodesOnRows(i, challenges)
	perm = make([][]ext.E6, len(t.Columns))
	for c := range perm {
		perm[c] = make([]ext.E6, t.Height())
	}
	for _, a := range []logup.Argument{logup.Local, logup.Global} {
		if t.Has(a) {
			exposed = append(exposed, fillSum(t.Table, a, nodes, perm))
		}
	}
	if t.Has(logup.Product) {
		exposed = append(exposed, fillProduct(t.Table, nodes, perm))
	}
	return perm, exposed
}

func fillSum(t *logup.Table, a logup.Argument, nodes, perm [][]ext.E6) ext.E6 {
	from, to := t.ColumnsOf(a)
	steps := make([]ext.E6, t.Height())
	for row := range steps {
		for c := from; c < to; c++ {
			for _, x := range t.Columns[c].Interactions {
				f := nodes[row][t.Chip.Interactions[x].Multiplicity].Mul(nodes[row][t.Fingerprints[x]].Inv())
				if t.Chip.Interactions[x].Direction == air.Take {
					f = f.Neg()
				}
				steps[row] = steps[row].Add(f)
				if !t.Columns[c].Accumulator {
					perm[c][row] = perm[c][row].Add(f)
				}
			}
		}
	}
	var total, share ext.E6
	if t.Cyclic {
		for _, f := range steps {
			total = total.Add(f)
		}
		share = total.MulBase(field.New(uint64(t.Height())).Inv())
	}
	acc := perm[to-1]
	for row := 1; row < len(acc); row++ {
		acc[row] = acc[row-1].Add(steps[row-1]).Sub(share)
	}
	if !t.Cyclic {
		total = acc[len(acc)-1]
	}
	return total
}

func fillProduct(t *logup.Table, nodes, perm [][]ext.E6) ext.E6 {
	from, to := t.ColumnsOf(logup.Product)
	z := ext.One
	for row := range t.Height() {
		perm[from][row] = z
		for c := from; c < to; c++ {
			for _, x := range t.Columns[c].Interactions {
				d := nodes[row][t.Fingerprints[x]]
				if t.Chip.Interactions[x].Direction == air.Take {
					d = d.Inv()
				}
				z = z.Mul(d)
			}
			if c+1 < to {
				perm[c+1][row] = z
			}
		}
	}
	return perm[from][t.Height()-1]
}

// quotients are those of all heights: a sum over the tables, each with the power of lambda
// that its constraints begin with.
func (r *referenceProver) quotients(challenges [air.NumChallenges]ext.E6, exposed []ext.E6, lambda ext.E6) []columns {
	out := make([]columns, len(r.key.Trees[proof.Quotient].Matrices))
	before := make([]int, len(out))
	for i := range r.key.Tables {
		t := &r.key.Tables[i]
		m := t.Matrices[proof.Quotient]
		q := r.quotient(i, challenges, exposed, lambda, before[m])
		if !r.s.cheat.samePowers {
			before[m] += len(t.Constraints)
		}
		if out[m] == nil {
			out[m] = q
			continue
		}
		for c := range q {
			for k := range q[c] {
				out[m][c][k] = out[m][c][k].Add(q[c][k])
			}
		}
	}
	return out
}

// quotient computes the coefficients of Q0 and Q1 of a table, as twelve base columns. Its
// constraints begin with lambda^first.
func (r *referenceProver) quotient(i int, challenges [air.NumChallenges]ext.E6, exposed []ext.E6, lambda ext.E6, first int) columns {
	t := &r.key.Tables[i]
	log := t.LogHeight + 1
	coset, err := dft.NewCoset(t.LogHeight, 1, fri.Shift(log))
	r.must(err)
	values := func(id proof.TreeID) (out columns) {
		if t.Matrices[id] < 0 {
			return nil
		}
		for _, c := range r.all[id].coeffs[t.Matrices[id]] {
			dst := make([]field.Element, coset.Out())
			r.must(coset.Extend(dst, c))
			r.must(dft.BitReverse(dst))
			out = append(out, dst)
		}
		return out
	}
	mainTree := proof.Main
	if t.Chip.Shared {
		mainTree = proof.Shared
	}
	main, fixed, perm := values(mainTree), values(proof.Fixed), values(proof.Permutation)
	var six columns
	for range ext.Degree {
		six = append(six, make([]field.Element, coset.Out()))
	}
	x, root := fri.Shift(log), field.RootOfUnity(log)
	for k := range coset.Out() {
		nodes := air.Eval(t.Nodes, &air.Point{
			Main:   [2][]ext.E6{rowOf(main, k), rowOf(main, k+2)}, // the next row is two points on
			Fixed:  [2][]ext.E6{rowOf(fixed, k), rowOf(fixed, k+2)},
			Perm:   [2][]ext.E6{wideRow(perm, k), wideRow(perm, k+2)},
			Public: lift(r.s.publics), Challenges: challenges[:], Exposed: exposed[t.ExposedAt:],
		})
		s := proof.SelectorsAt(ext.FromBase(x), t.LogHeight)
		var sum ext.E6
		power := lambda.Exp(uint64(first))
		for _, c := range t.Constraints {
			sum = sum.Add(power.Mul(s.When[c.When]).Mul(nodes[c.Node]))
			power = power.Mul(lambda)
		}
		sum = sum.Mul(s.Vanishing.Inv())
		for j := range six {
			six[j][k] = sum[j]
		}
		x = x.Mul(root)
	}
	low, high := columns{}, columns{}
	for j := range six {
		r.must(dft.Interpolate(six[j]))
		inv, power := fri.Shift(log).Inv(), field.One
		for k := range six[j] {
			six[j][k] = six[j][k].Mul(power)
			power = power.Mul(inv)
		}
		low, high = append(low, six[j][:t.Height()]), append(high, six[j][t.Height():])
	}
	return append(low, high...)
}

func wideRow(c columns, k int) (out []ext.E6) {
	for i := 0; i+ext.Degree <= len(c); i += ext.Degree {
		var x ext.E6
		for j := range x {
			x[j] = c[i+j][k%len(c[i+j])]
		}
		out = append(out, x)
	}
	return out
}

// valueAt is the value of a column of a matrix at z: f(z), or sum_j X^j f_j(z).
func (r *referenceProver) valueAt(id proof.TreeID, matrix, column int, z ext.E6) (sum ext.E6) {
	coeffs := r.all[id].coeffs[matrix]
	if !r.key.Trees[id].Matrices[matrix].Ext {
		return evaluate(coeffs[column], z)
	}
	for j := ext.Degree - 1; j >= 0; j-- {
		sum = sum.Mul(ext.E6{1: field.One}).Add(evaluate(coeffs[ext.Degree*column+j], z))
	}
	return sum
}

func (r *referenceProver) claims(zeta ext.E6) (out []ext.E6) {
	for id := range proof.NumTrees {
		for i, m := range r.key.Trees[id].Matrices {
			for c := range m.Columns {
				out = append(out, r.valueAt(id, i, c, zeta))
			}
			for _, c := range m.Next {
				out = append(out, r.valueAt(id, i, c, proof.NextPoint(zeta, r.key.Tables[m.Table].LogHeight)))
			}
		}
	}
	return out
}

// open makes the DEEP words and the FRI proof, and opens the trees.
func (r *referenceProver) open(p *proof.Proof, tr *transcript.Transcript, zeta0, zeta, mu ext.E6) {
	var words []ext.Vector
	for g := range r.key.Groups {
		group := &r.key.Groups[g]
		word, power := ext.NewVector(1<<group.LogDomain), ext.One
		for _, term := range group.Terms {
			claims := r.trueClaims
			if term.Point == proof.AtPin {
				claims = r.truePins
			}
			z := group.PointOf(term.Point, zeta, zeta0)
			matrix := r.all[term.Tree].extended[term.Matrix]
			for k := range word.Len() {
				var f ext.E6
				if r.key.Trees[term.Tree].Matrices[term.Matrix].Ext {
					f = wideRow(matrix[ext.Degree*term.Column:ext.Degree*(term.Column+1)], k)[0]
				} else {
					f = ext.FromBase(matrix[term.Column][k])
				}
				x := ext.FromBase(fri.Point(group.LogDomain, k))
				word.Set(k, word.At(k).Add(f.Sub(claims[term.Claim]).Mul(x.Sub(z).Inv()).Mul(power)))
			}
			power = power.Mul(mu)
		}
		words = append(words, word)
	}
	c, err := r.key.Plan.Commit(context.Background(), tr, words, 2)
	r.must(err)
	p.FRI, err = c.Open()
	r.must(err)
	for id := range proof.NumTrees {
		if r.all[id].tree == nil {
			continue
		}
		rows := make([]int, r.key.Plan.Queries())
		for q, index := range c.Indices() {
			rows[q] = r.key.TreeIndex(id, index)
		}
		p.Openings[id], err = r.all[id].tree.Open(rows)
		r.must(err)
	}
}
