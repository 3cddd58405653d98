package merkle

import (
	"github.com/ashlar-labs/ashlar/stark/field"
	"github.com/ashlar-labs/ashlar/stark/hash/poseidon2"
	"github.com/ashlar-labs/ashlar/stark/hash/sponge"
)

// joinLayer computes nodes from their children, two for each; with rows it takes the
// digests of injected rows out of the nodes first.
func joinLayer(nodes, children []sponge.Digest, rows bool) {
	for ; len(nodes) >= lanes; nodes, children = nodes[lanes:], children[2*lanes:] {
		if rows {
			joinLanesWithRows((*[lanes]sponge.Digest)(nodes), (*[2 * lanes]sponge.Digest)(children))
		} else {
			joinLanes((*[lanes]sponge.Digest)(nodes), (*[2 * lanes]sponge.Digest)(children))
		}
	}
	for i := range nodes {
		if rows {
			nodes[i] = joinWithRow(&children[2*i], &children[2*i+1], &nodes[i])
		} else {
			nodes[i] = join(&children[2*i], &children[2*i+1])
		}
	}
}

func joinLanes(nodes *[poseidon2.Lanes]sponge.Digest, children *[2 * poseidon2.Lanes]sponge.Digest) {
	var x [2 * poseidon2.DigestLen][poseidon2.Lanes]field.Element
	for l := range nodes {
		for i := range poseidon2.DigestLen {
			x[i][l] = children[2*l][i]
			x[poseidon2.DigestLen+i][l] = children[2*l+1][i]
		}
	}
	poseidon2.CompressLanes16(&x)
	for l := range nodes {
		for i := range nodes[l] {
			nodes[l][i] = x[i][l]
		}
	}
}

func joinLanesWithRows(nodes *[poseidon2.Lanes]sponge.Digest, children *[2 * poseidon2.Lanes]sponge.Digest) {
	var x [3 * poseidon2.DigestLen][poseidon2.Lanes]field.Element
	for l := range nodes {
		for i := range poseidon2.DigestLen {
			x[i][l] = children[2*l][i]
			x[poseidon2.DigestLen+i][l] = children[2*l+1][i]
			x[2*poseidon2.DigestLen+i][l] = nodes[l][i]
		}
	}
	poseidon2.CompressLanes24(&x)
	for l := range nodes {
		for i := range nodes[l] {
			nodes[l][i] = x[i][l]
		}
	}
}
