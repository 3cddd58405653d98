package alu

import "github.com/ashlar-labs/ashlar/stark/field"

// Inverses of what expressions are divided by. The places that use them say why the
// quotient is an integer.
var (
	inverse16 = field.New(1 << 16).Inv()
	inverse8  = field.New(1 << 8).Inv()
)

func digit(i int) string { return string(rune('0' + i)) }
