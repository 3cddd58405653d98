package memory

import (
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/zkvm/bus"
	"github.com/ashlar-labs/ashlar/zkvm/chips/steptest"
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// existing says whether a cell may exist: it is memory, or a register.
func existing(cell uint64) bool {
	return cell < 1<<29 || cell >= bus.RegisterCell && cell < bus.RegisterCell+36
}

// A step that RISC-V does not have: what is claimed is the cell or the value. Memory is what
// the step says.
func TestForgeries(t *testing.T) {
	const v = 0x8877_6655_4433_2211
	type claim struct {
		op          rv64.Op
		base        uint64
		imm         int32
		cell        uint32
		result, rs2 uint64
		reason      string
	}
	for name, c := range map[string]claim{
		"right":                     {rv64.Ld, 0x20000, 8, 0x4001, v, 0, ""},
		"unaligned double":          {rv64.Ld, 0x20001, 8, 0x4001, v, 0, "RANGE16"},
		"double at 4":               {rv64.Ld, 0x20004, 8, 0x4001, v, 0, "RANGE16"},
		"unaligned word":            {rv64.Lwu, 0x20002, 0, 0x4000, 0x6655_4433, 0, "words are aligned"},
		"odd word":                  {rv64.Lwu, 0x20001, 0, 0x4000, 0x5544_3322, 0, "RANGE16"},
		"odd half":                  {rv64.Lhu, 0x20001, 0, 0x4000, 0x3322, 0, "RANGE16"},
		"unaligned store":           {rv64.Sd, 0x20004, 0, 0x4000, 7, 7, "RANGE16"},
		"unaligned word store":      {rv64.Sw, 0x20002, 0, 0x4000, 0x8877_0000_0007_2211, 7, "words are aligned"},
		"another cell":              {rv64.Ld, 0x20000, 8, 0x4002, v, 0, "MEM"},
		"the cell below":            {rv64.Ld, 0x20000, -8, 0x4000, v, 0, "MEM"},
		"another byte":              {rv64.Lbu, 0x20003, 0, 0x4000, 0x33, 0, "load_byte"},
		"the other byte of a limb":  {rv64.Lbu, 0x20002, 0, 0x4000, 0x44, 0, "load_byte"},
		"unsigned as signed":        {rv64.Lbu, 0x20007, 0, 0x4000, 0xffff_ffff_ffff_ff88, 0, "unsigned is not negative"},
		"signed as unsigned":        {rv64.Lb, 0x20007, 0, 0x4000, 0x88, 0, "BYTES"},
		"positive as negative":      {rv64.Lb, 0x20000, 0, 0x4000, 0xffff_ffff_ffff_ff11, 0, "BYTES"},
		"half without its sign":     {rv64.Lh, 0x20006, 0, 0x4000, 0x8877, 0, "RANGE16"},
		"word without its sign":     {rv64.Lw, 0x20004, 0, 0x4000, 0x8877_6655, 0, "RANGE16"},
		"unsigned word with a sign": {rv64.Lwu, 0x20004, 0, 0x4000, 0xffff_ffff_8877_6655, 0, "unsigned is not negative"},
		"the other half":            {rv64.Lhu, 0x20002, 0, 0x4000, 0x2211, 0, "low limb"},
		"the other word":            {rv64.Lwu, 0x20004, 0, 0x4000, 0x4433_2211, 0, "low limb"},
		"the upper limb of a word":  {rv64.Lwu, 0x20004, 0, 0x4000, 0x4433_6655, 0, "high limb"},
		"store of another byte":     {rv64.Sb, 0x20000, 0, 0x4000, 0x8877_6655_4433_2207, 0x0708, "store_byte"},
		"store that spoils a byte":  {rv64.Sb, 0x20000, 0, 0x4000, 0x8877_6655_4433_0007, 7, "limb 0"},
		"store elsewhere":           {rv64.Sb, 0x20000, 0, 0x4000, 0x8877_6655_4407_2211, 7, "limb"},
		"store that does nothing":   {rv64.Sb, 0x20000, 0, 0x4000, v, 7, "limb 0"},
		"word store of a half":      {rv64.Sw, 0x20000, 0, 0x4000, 0x8877_6655_4433_0007, 0x1_0007, "limb 1"},
		"half store of a word":      {rv64.Sh, 0x20000, 0, 0x4000, 0x8877_6655_0001_0007, 0x1_0007, "limb 1"},
		"word store that spills":    {rv64.Sw, 0x20000, 0, 0x4000, 7, 7, "limb 2"},
		"base with a third limb":    {rv64.Ld, 0x1_0002_0000, 8, 0x4001, v, 0, "MEM"},
		"base with a fourth limb":   {rv64.Ld, 0x1_0000_0002_0000, 8, 0x4001, v, 0, "MEM"},
		"negative base":             {rv64.Ld, ^uint64(7), 16, 1, v, 0, "MEM"},
		"store with a high base":    {rv64.Sd, 0x1_0002_0000, 8, 0x4001, 7, 7, "MEM"},
		"wrap around 2^32":          {rv64.Ld, 0xffff_fff8, 16, 1, v, 0, "MEM"},
		"register 0 as memory":      {rv64.Ld, 0xffff_fff8, 8, bus.RegisterCell, v, 0, "MEM"},
	} {
		m := steptest.New()
		m.Set(c.cell, v)
		m.SetRegister(5, c.base)
		m.SetRegister(6, c.rs2)
		switch c.op {
		case rv64.Sd, rv64.Sw, rv64.Sh, rv64.Sb:
			m.Store(c.op, 5, 6, c.imm, c.cell, c.result)
		default:
			m.Load(c.op, 7, 5, c.imm, c.cell, c.result)
		}
		why, err := steptest.Refusals(steptest.Fill(Tables(), m.Segment, 1), m.External())
		if err != nil {
			t.Fatal(err)
		}
		var all []string
		for _, w := range why {
			all = append(all, w.Text)
		}
		if text := strings.Join(all, "; "); c.reason == "" && text != "" || !strings.Contains(text, c.reason) {
			t.Errorf("%s: want %q, got %q", name, c.reason, text)
		}
	}
}

// For every base below 2^32, offset and choice of the bits, the cell that the constraints
// name is that of the address, or one that does not exist.
func TestCellsOutOfReach(t *testing.T) {
	for _, base := range []uint64{0, 7, 8, 2047, 0xffff, 0x1_0000, 0xfffe_ffff, 0xffff_0000, 0xffff_f800, 0xffff_fff8, 0xffff_ffff} {
		for _, imm := range []int64{0, 1, 7, 8, 2047, -1, -8, -2048} {
			for off := range int64(8) {
				// The lookup: n is an integer in range.
				sum := int64(base&0xffff) + imm&0xffff - off
				if sum < 0 || sum%8 != 0 || sum/8 > 0xffff {
					continue
				}
				sign := imm >> 63 & 1
				cell := sum/8 + (int64(base>>16)-sign)<<13
				address := int64(base) + imm
				right := address >= 0 && address < 1<<32 && cell == address/8 && off == address%8
				if !right && (cell < 0 || !existing(uint64(cell))) {
					continue // no such cell
				}
				if !right {
					t.Errorf("base %#x, offset %d, bits %d: cell %#x", base, imm, off, cell)
				}
			}
		}
	}
}
