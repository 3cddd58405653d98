package params

// CollisionBits is the cost of a collision of Merkle digests: half the digest, by the
// birthday bound. It assumes that Poseidon2 with its standard rounds has no better attack.
func CollisionBits(digestElements int) float64 {
	return float64(digestElements) * log2Modulus / 2
}

// SpongeBits is the advantage against a duplex sponge over an ideal permutation: half
// the capacity. BDPV08 Theorem 2.
func SpongeBits(capacityElements int) float64 {
	return float64(capacityElements) * log2Modulus / 2
}
