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

// permute24 takes words in [0, p) and leaves words below 2^38 in magnitude.
func permute24(s *[24]int64) {
	externalLayer24(s)
	for r := range rcInitial24 {
		fullRound24(s, &rcInitial24[r])
	}
	for i := range s {
		s[i] = fold(s[i])
	}
	s0 := s[0]
	for r, rc := range rcPartial24 {
		s0 = internalLayer24(s, sbox(s0, rc))
		if r&1 == 1 {
			foldGrowing((*[9]int64)(s[:]))
		}
	}
	s[0] = s0
	for r := range rcFinal24 {
		fullRound24(s, &rcFinal24[r])
	}
}

// fullRound24 is unrolled so that the constants of the S-box stay in registers.
func fullRound24(s, rc *[24]int64) {
	s[0], s[1] = sbox(s[0], rc[0]), sbox(s[1], rc[1])
	s[2], s[3] = sbox(s[2], rc[2]), sbox(s[3], rc[3])
	s[4], s[5] = sbox(s[4], rc[4]), sbox(s[5], rc[5])
	s[6], s[7] = sbox(s[6], rc[6]), sbox(s[7], rc[7])
	s[8], s[9] = sbox(s[8], rc[8]), sbox(s[9], rc[9])
	s[10], s[11] = sbox(s[10], rc[10]), sbox(s[11], rc[11])
	s[12], s[13] = sbox(s[12], rc[12]), sbox(s[13], rc[13])
	s[14], s[15] = sbox(s[14], rc[14]), sbox(s[15], rc[15])
	s[16], s[17] = sbox(s[16], rc[16]), sbox(s[17], rc[17])
	s[18], s[19] = sbox(s[18], rc[18]), sbox(s[19], rc[19])
	s[20], s[21] = sbox(s[20], rc[20]), sbox(s[21], rc[21])
	s[22], s[23] = sbox(s[22], rc[22]), sbox(s[23], rc[23])
	externalLayer24(s)
}

// externalLayer24 multiplies by circ(2 M4, M4, ..., M4); a word grows at most 49-fold.
func externalLayer24(s *[24]int64) {
	s[0], s[1], s[2], s[3] = m4(s[0], s[1], s[2], s[3])
	s[4], s[5], s[6], s[7] = m4(s[4], s[5], s[6], s[7])
	s[8], s[9], s[10], s[11] = m4(s[8], s[9], s[10], s[11])
	s[12], s[13], s[14], s[15] = m4(s[12], s[13], s[14], s[15])
	s[16], s[17], s[18], s[19] = m4(s[16], s[17], s[18], s[19])
	s[20], s[21], s[22], s[23] = m4(s[20], s[21], s[22], s[23])
	t0 := s[0] + s[4] + s[8] + s[12] + s[16] + s[20]
	t1 := s[1] + s[5] + s[9] + s[13] + s[17] + s[21]
	t2 := s[2] + s[6] + s[10] + s[14] + s[18] + s[22]
	t3 := s[3] + s[7] + s[11] + s[15] + s[19] + s[23]
	s[0], s[1], s[2], s[3] = s[0]+t0, s[1]+t1, s[2]+t2, s[3]+t3
	s[4], s[5], s[6], s[7] = s[4]+t0, s[5]+t1, s[6]+t2, s[7]+t3
	s[8], s[9], s[10], s[11] = s[8]+t0, s[9]+t1, s[10]+t2, s[11]+t3
	s[12], s[13], s[14], s[15] = s[12]+t0, s[13]+t1, s[14]+t2, s[15]+t3
	s[16], s[17], s[18], s[19] = s[16]+t0, s[17]+t1, s[18]+t2, s[19]+t3
	s[20], s[21], s[22], s[23] = s[20]+t0, s[21]+t1, s[22]+t2, s[23]+t3
}

// internalLayer24 multiplies by J + diag(v), J the matrix of ones and
//
//	v = [-2, 1, 2, 1/2, 3, 4, -1/2, -3, -4, 1/2^8, 1/4, 1/8, 1/16, 1/32, 1/64,
//	1/2^24, -1/2^8, -1/8, -1/16, -1/32, -1/64, -1/2^7, -1/2^9, -1/2^24]
//
// The first word is passed by value, because it is on the critical path; it enters the
// sum last for the same reason.
func internalLayer24(s *[24]int64, s0 int64) int64 {
	sum := fold((s[1] + s[2] + s[3]) +
		(s[4] + s[5] + s[6] + s[7]) +
		(s[8] + s[9] + s[10] + s[11]) +
		(s[12] + s[13] + s[14] + s[15]) +
		(s[16] + s[17] + s[18] + s[19]) +
		(s[20] + s[21] + s[22] + s[23]) + s0)
	s[1] = sum + s[1]
	s[2] = sum + 2*s[2]
	s[3] = sum + divPow2(s[3], 1)
	s[4] = sum + 3*s[4]
	s[5] = sum + 4*s[5]
	s[6] = sum - divPow2(s[6], 1)
	s[7] = sum - 3*s[7]
	s[8] = sum - 4*s[8]
	s[9] = sum + divPow2(s[9], 8)
	s[10] = sum + divPow2(s[10], 2)
	s[11] = sum + divPow2(s[11], 3)
	s[12] = sum + divPow2(s[12], 4)
	s[13] = sum + divPow2(s[13], 5)
	s[14] = sum + divPow2(s[14], 6)
	s[15] = sum + divPow2(s[15], 24)
	s[16] = sum - divPow2(s[16], 8)
	s[17] = sum - divPow2(s[17], 3)
	s[18] = sum - divPow2(s[18], 4)
	s[19] = sum - divPow2(s[19], 5)
	s[20] = sum - divPow2(s[20], 6)
	s[21] = sum - divPow2(s[21], 7)
	s[22] = sum - divPow2(s[22], 9)
	s[23] = sum - divPow2(s[23], 24)
	return sum - 2*s0
}
