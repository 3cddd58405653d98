package poseidon2

// Round constants in Montgomery form.
var (
	rcInitial24 = full24(&initial24)
	rcPartial24 = func() (out [partialRounds24]int64) {
		for i, c := range partial24 {
			out[i] = montgomery(c)
		}
		return out
	}()
	rcFinal24 = full24(&final24)
)

func full24(c *[halfFull][24]uint32) (out [halfFull][24]int64) {
	for r := range c {
		for i := range c[r] {
			out[r][i] = montgomery(c[r][i])
		}
	}
	return out
}

// permute24 takes words in [0, p) and leaves words below 2^37 in magnitude.
func permute24(s *[24]int64) {
	externalLayer24(s)
	for r := range rcInitial24 {
		fullRound24(s, &rcInitial24[r])
	}
	for i := range s {
		s[i] = fold(s[i])
	}
	for r := range rcPartial24 {
		s[0] = sbox(s[0], rcPartial24[r])
		internalLayer24(s)
		if r&1 == 1 {
			foldGrowing(s[:9])
		}
	}
	for r := range rcFinal24 {
		fullRound24(s, &rcFinal24[r])
	}
}

func fullRound24(s, rc *[24]int64) {
	for i := range s {
		s[i] = sbox(s[i], rc[i])
	}
	externalLayer24(s)
}

// externalLayer24 multiplies by circ(2 M4, M4, ..., M4); a word grows at most 49-fold.
func externalLayer24(s *[24]int64) {
	var t0, t1, t2, t3 int64
	for i := 0; i < 24; i += 4 {
		a, b, c, d := m4(s[i], s[i+1], s[i+2], s[i+3])
		s[i], s[i+1], s[i+2], s[i+3] = a, b, c, d
		t0, t1, t2, t3 = t0+a, t1+b, t2+c, t3+d
	}
	for i := 0; i < 24; i += 4 {
		s[i] += t0
		s[i+1] += t1
		s[i+2] += t2
		s[i+3] += t3
	}
}

// internalLayer24 multiplies by J + diag(v), J the matrix of ones and
//
//	v = [-2, 1, 2, 1/2, 3, 4, -1/2, -3, -4, 1/2^8, 1/4, 1/8, 1/16, 1/32, 1/64,
//	1/2^24, -1/2^8, -1/8, -1/16, -1/32, -1/64, -1/2^7, -1/2^9, -1/2^24]
func internalLayer24(s *[24]int64) {
	sum := fold(s[0] + s[1] + s[2] + s[3] + s[4] + s[5] + s[6] + s[7] +
		s[8] + s[9] + s[10] + s[11] + s[12] + s[13] + s[14] + s[15] +
		s[16] + s[17] + s[18] + s[19] + s[20] + s[21] + s[22] + s[23])
	s[0] = sum - 2*s[0]
	s[1] = sum + s[1]
	s[2] = sum + 2*s[2]
	s[3] = sum + half(s[3], 1)
	s[4] = sum + 3*s[4]
	s[5] = sum + 4*s[5]
	s[6] = sum - half(s[6], 1)
	s[7] = sum - 3*s[7]
	s[8] = sum - 4*s[8]
	s[9] = sum + half(s[9], 8)
	s[10] = sum + half(s[10], 2)
	s[11] = sum + half(s[11], 3)
	s[12] = sum + half(s[12], 4)
	s[13] = sum + half(s[13], 5)
	s[14] = sum + half(s[14], 6)
	s[15] = sum + half(s[15], 24)
	s[16] = sum - half(s[16], 8)
	s[17] = sum - half(s[17], 3)
	s[18] = sum - half(s[18], 4)
	s[19] = sum - half(s[19], 5)
	s[20] = sum - half(s[20], 6)
	s[21] = sum - half(s[21], 7)
	s[22] = sum - half(s[22], 9)
	s[23] = sum - half(s[23], 24)
}
