package control

import (
	"testing"

	"github.com/ashlar-labs/ashlar/zkvm/chips/forge"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

func BenchmarkFill(b *testing.B) {
	b.Run("branch_equal", func(b *testing.B) {
		forge.BenchmarkFill(b, BranchEqual(), rom.BranchEqual, branchCases(rv64.Beq, rv64.Bne))
	})
	b.Run("branch_less", func(b *testing.B) {
		forge.BenchmarkFill(b, BranchLess(), rom.BranchLess, branchCases(rv64.Blt, rv64.Bgeu))
	})
	b.Run("jalr", func(b *testing.B) { forge.BenchmarkFill(b, Jalr(), rom.Jalr, jalrCases()) })
}
