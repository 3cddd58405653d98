//go:build !(ashlar_guest && riscv64)

package tree

// Combine is the digest of a branch of two subtrees, of which it is the caller's matter that they do not collapse; the zero digest is the empty one.
func Combine(left, right Digest) (out Digest) {
	nodeHash(&out, &left, &right)
	return out
}
