package poseidon2

// m4 multiplies by the 4x4 circulant matrix (2, 3, 1, 1).
func m4(a, b, c, d int64) (int64, int64, int64, int64) {
	ab, cd := a+b, c+d
	all := ab + cd
	left, right := all+b, all+d
	return left + ab, left + 2*c, right + cd, right + 2*a
}

// foldGrowing folds the words whose internal coefficient is 1, 2, 3, 4, -3 or -4;
// the others are divided in each partial round and stay bounded by themselves.
func foldGrowing(s *[9]int64) {
	s[1], s[2], s[4] = fold(s[1]), fold(s[2]), fold(s[4])
	s[5], s[7], s[8] = fold(s[5]), fold(s[7]), fold(s[8])
}
