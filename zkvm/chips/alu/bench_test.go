package alu

import (
	"testing"

	"github.com/ashlar-labs/ashlar/zkvm/chips"
	"github.com/ashlar-labs/ashlar/zkvm/chips/forge"
	"github.com/ashlar-labs/ashlar/zkvm/rom"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

func BenchmarkFill(b *testing.B) {
	for _, c := range []struct {
		id    rom.Table
		table chips.Table
		cases []forge.Case
	}{
		{rom.Add, Add(), registerCases(edges, edges, rv64.Add, rv64.Sub)},
		{rom.AddImm, AddImm(), immediateCases(edges, immediates, rv64.Addi)},
		{rom.AddW, AddW(), registerCases(edges, edges, rv64.Addw, rv64.Subw)},
		{rom.Bitwise, Bitwise(), registerCases(edges, edges, rv64.And, rv64.Or)},
		{rom.BitwiseImm, BitwiseImm(), immediateCases(edges, immediates, rv64.Andi)},
		{rom.Compare, Compare(), registerCases(edges, edges, rv64.Slt, rv64.Sltu)},
		{rom.Shift, Shift(), registerCases(edges, edges, rv64.Sll, rv64.Sraw)},
	} {
		b.Run(c.id.String(), func(b *testing.B) { forge.BenchmarkFill(b, c.table, c.id, c.cases) })
	}
}
