package accel

// Refusal says why an accelerator has no result for its arguments; zero means that
// it has one.
type Refusal uint8

// Refusals.
const (
	OK            Refusal = iota
	Overlap               // KECCAK_ABSORB: state and block overlap
	Count                 // MEMCPY, MEMSET: number of cells outside 1..abi.MaxAccelCells
	ZeroModulus           // m = 0
	LargeQuotient         // MULMOD256: the quotient is not below 2^256
	SmallModulus          // INVMOD256: m < 2
	NotInvertible         // INVMOD256: y and m have a common divisor
	Coordinate            // SECP256K1_*: a coordinate is not below p
	EqualX                // SECP256K1_ADD: both points have the same x
	ZeroY                 // SECP256K1_DOUBLE: y is zero
)

var refusals = [...]string{
	OK: "no refusal", Overlap: "state and block overlap", Count: "number of cells out of range",
	ZeroModulus: "modulus is zero", LargeQuotient: "quotient is not below 2^256", SmallModulus: "modulus is below two", NotInvertible: "value is not invertible",
	Coordinate: "coordinate is not below p", EqualX: "points have the same x", ZeroY: "y is zero",
}

func (r Refusal) Error() string {
	if int(r) < len(refusals) {
		return refusals[r]
	}
	return "unknown refusal"
}
