// Package tree is the state tree: its hashing, single proofs, and partial trees from
// which a set of keys can be read and to which a set of writes can be applied. It is
// pure and runs in the guest: no I/O, no goroutines, no maps, no floats.
//
// # Hashing
//
// A [Digest] is eight KoalaBear elements. Its wire form is 32 bytes, eight big-endian
// words, each below p; anything else is refused. P16 and P24 stand for the feed-forward
// compressions of package poseidon2 (eight elements of P(x) + x).
//
//	node(l, r)   = P16(l || r)
//	accountKey   = P24(address[6], 0[17], 1)
//	slotKey      = P24(address[6], slot[9], 0[8], 2)
//	record       = P24(nonce[3], balance[9], codeHash[9], codeLen[2], 3)
//	accountLeaf  = P24(key[8], record[8], 0[7], 4)
//	slotLeaf     = P24(key[8], value[9], 0[6], 5)
//
// x[n] is the big-endian integer x padded with zeros on the left to 30*n bits and cut
// into n elements of 30 bits, the most significant first. Keys and records enter as
// their elements. The tag is always the last of the 24 elements.
//
// The packing is injective: 30-bit limbs are below p, so a limb is a distinct element;
// n limbs hold the whole integer (6*30 >= 160, 9*30 >= 256, 3*30 >= 64, 2*30 >= 32);
// for one tag the positions are fixed, and different tags differ in the last element.
// So two different inputs of any kind give different P24 inputs. Nodes use P16, whose
// inputs have another length. An equal digest of two different things is therefore a
// collision of one compression or between the two, never a matter of encoding. An
// account without code has the code hash of no bytes, so accounts are unique too.
//
// # Tree
//
// The tree is binary over 248-bit keys; bit i of a key is bit 30-i%31 of its element
// i/31. It is canonical: the root depends on the set of leaves only.
//
//	root of no leaf            = the all-zero digest
//	root of exactly one leaf   = the hash of that leaf, at whatever depth
//	root of more leaves        = node(left, right) of the subtrees by the next bit
//
// The all-zero digest is nobody's image as long as finding a preimage of zero is hard.
// A leaf commits to its whole key, so a short path proves as much as a full one: every
// reader here checks that a leaf's key begins with the path on which it stands.
//
// Writing a zero slot or an empty account deletes the leaf.
//
// # Partial trees
//
// A [Tree] may hold opaque subtrees, known by digest only. Reading or writing through
// one is [ErrOpaque]. [Tree.Visited] cuts a tree down to what was read and written,
// with the siblings that deletions collapse into; [Tree.Encode] and [Decode] carry it.
// A decoded tree proves nothing until its [Tree.Root] is compared with a trusted root.
package tree
