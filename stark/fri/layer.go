package fri

import (
	"context"
	"sync"
	"sync/atomic"

	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/field/ext"
	"github.com/ashlar-labs/ashlar/stark/field/vec"
)

// chunkRows is the number of rows (fibres) that a goroutine works on at a time: the
// fibres of a chunk are 48 kB and stay in the caches.
const chunkRows = 256

// term is a word to be added into a layer: scale times its lift by 2^lift. The first
// term of a layer has lift zero and counts once.
type term struct {
	word  ext.Vector
	lift  int
	scale ext.E6
}

// parts are the eight neighbours of the fibres of a range of rows, as vectors over
// the rows.
type parts [arity]ext.Vector

func newParts(rows int) (p parts) {
	for j := range p {
		p[j] = ext.NewVector(rows)
	}
	return p
}

// rowsOf views rows from..to of a layer's columns: column 6j+k is coefficient k of
// neighbour j.
func rowsOf(columns [][]field.Element, from, to int) (p parts) {
	for j := range p {
		for k := range p[j] {
			p[j][k] = columns[j*ext.Degree+k][from:to:to]
		}
	}
	return p
}

// layerColumns adds up the terms of a layer of 2^logHeight elements as the columns of its
// matrix. The lift of a word g by 2^k has at index i the value g[i >> k], so neighbour j
// of row r is g[r*m + (j >> k)] with m = 8 >> k.
func layerColumns(ctx context.Context, logHeight int, terms []term, workers int) ([][]field.Element, error) {
	rows := 1 << (logHeight - logArity)
	columns := make([][]field.Element, rowWidth)
	for j := range columns {
		columns[j] = make([]field.Element, rows)
	}
	err := inChunks(ctx, rows, workers, func(from, to int, scratch *parts) {
		sum := rowsOf(columns, from, to)
		deal(sum[:], terms[0].word.Slice(arity*from, arity*to))
		for _, t := range terms[1:] {
			m := arity >> t.lift
			lifted := scratch[:m]
			deal(lifted, t.word.Slice(m*from, m*to))
			for j := range lifted {
				lifted[j].Scale(lifted[j], t.scale)
			}
			for j := range sum {
				sum[j].Add(sum[j], lifted[j>>t.lift])
			}
		}
	})
	if err != nil {
		return nil, err
	}
	return columns, nil
}

// deal gives element r*m + j of the word to element r of hand j, m the number of hands.
func deal(hands []ext.Vector, word ext.Vector) {
	m := len(hands)
	for k := range word {
		for j := range hands {
			src, dst := word[k][j:], hands[j][k]
			for r := range dst {
				dst[r] = src[r*m]
			}
		}
	}
}

// foldColumns folds a layer of 2^logHeight elements: element r of the result is the
// polynomial of degree below eight through fibre r, at beta.
func foldColumns(ctx context.Context, logHeight int, columns [][]field.Element, beta ext.E6, workers int) (ext.Vector, error) {
	f := newFolder(logHeight, beta)
	out := ext.NewVector(1 << (logHeight - logArity))
	err := inChunks(ctx, out.Len(), workers, func(from, to int, scratch *parts) {
		f.fold(out.Slice(from, to), rowsOf(columns, from, to), from, scratch)
	})
	return out, err
}

// folder holds the constants of one fold.
type folder struct {
	logHeight int
	steps     [logArity][]ext.E6 // by halving: beta^(2^s) times the inverse root of each pair
	inverses  []field.Element    // w^-rev(i) for the rows i of a chunk
}

func newFolder(logHeight int, beta ext.E6) *folder {
	f := &folder{logHeight: logHeight}
	for s := range f.steps {
		log := logArity - s
		root := field.RootOfUnity(log).Inv()
		for j := range 1 << (log - 1) {
			f.steps[s] = append(f.steps[s], beta.MulBase(root.Exp(uint64(reverse(j, log-1)))))
		}
		beta = beta.Square()
	}
	rowsLog := logHeight - logArity
	f.inverses = make([]field.Element, min(chunkRows, 1<<rowsLog))
	f.inverses[0] = field.One
	root := field.RootOfUnity(logHeight).Inv()
	for k := 0; 1<<k < len(f.inverses); k++ { // bit k of an index is bit rowsLog-1-k of the exponent
		vec.Scale(f.inverses[1<<k:2<<k], f.inverses[:1<<k], root.Exp(1<<(rowsLog-1-k)))
	}
	return f
}

// fold folds the rows from..from+dst.Len() in three halvings, with x the first point of a
// fibre: neighbours a = W(x), b = W(-x) give twice the half fold, a + b + (a-b)*beta/x.
// The factor of eight is taken out at the end. A chunk starts at a multiple of its length.
func (f *folder) fold(dst ext.Vector, fibres parts, from int, scratch *parts) {
	xInv := make([]field.Element, dst.Len())
	vec.Scale(xInv, f.inverses[:dst.Len()], Point(f.logHeight, from*arity).Inv())
	odd, in := scratch[arity-1], fibres
	for _, factors := range f.steps {
		for j, c := range factors {
			// Halving 0 reads the layer and writes scratch; later ones read pair 2j, 2j+1 of
			// scratch and write j, which no later pair reads.
			a, b := in[2*j], in[2*j+1]
			odd.Sub(a, b)
			odd.Scale(odd, c)
			odd.MulBase(odd, xInv)
			scratch[j].Add(a, b)
			scratch[j].Add(scratch[j], odd)
		}
		in = *scratch
		vec.Mul(xInv, xInv, xInv)
	}
	dst.ScaleBase(scratch[0], eighth)
}

// eighth is 1/8.
var eighth = field.New(arity).Inv()

// inChunks calls f for all chunks of rows 0..n on up to workers goroutines, which have
// ended when it returns. n is a power of two. It stops early when the context ends.
func inChunks(ctx context.Context, n, workers int, f func(from, to int, scratch *parts)) error {
	size := min(n, chunkRows)
	var next atomic.Int64
	var group sync.WaitGroup
	for range max(1, min(workers, n/size)) {
		group.Go(func() {
			scratch := newParts(size)
			for ctx.Err() == nil {
				to := int(next.Add(int64(size)))
				if to > n {
					return
				}
				f(to-size, to, &scratch)
			}
		})
	}
	group.Wait()
	return ctx.Err()
}
