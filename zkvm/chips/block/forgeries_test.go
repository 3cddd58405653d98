package block

import (
	"fmt"

	"github.com/ashlar-labs/ashlar/stark/field"
)

// attempt is a right segment and what is changed in it.
type attempt struct {
	name  string
	calls []move
	forge func(f *forgery)
}

// The segment that most attempts start from: row 0 of block is a copy, row 1 a fill; rows 0
// to 2 of block_row are the copy, 3 and 4 the fill, 5 and 6 padding, 7 the last row.
var both = []move{{false, heap + 0x100, heap, 3}, {true, heap + 0x200, 5, 2}}

const (
	firstCopy, firstFill, firstFree = 0, 3, 5
	copyCall, fillCall, freeCall    = 0, 1, 2
)

func forgeries() (out []attempt) {
	out = append(out, callForgeries()...)
	out = append(out, argumentForgeries()...)
	out = append(out, rowForgeries()...)
	return append(out, chainForgeries()...)
}

// callForgeries are about the frame of a call.
func callForgeries() (out []attempt) {
	add := func(name string, forge func(f *forgery)) { out = append(out, attempt{name, both, forge}) }
	for i, flags := range [][2]int64{{-1, 1}, {1, -1}} {
		add(fmt.Sprintf("flags %d and %d", flags[0], flags[1]), func(f *forgery) {
			f.set(callTable, "is_0x1008", freeCall, el(flags[0]))
			f.set(callTable, "is_0x1009", freeCall, el(flags[1]))
			// a1 + move is a u16.
			f.set(callTable, "a1.1", freeCall, el(int64(1-i)))
			f.set(callTable, "value1", freeCall, el(int64(1-i)))
		})
	}
	for _, a := range []string{"a7", "a0", "a1", "a2"} {
		add("padding moves the time of "+a, func(f *forgery) { f.set(callTable, a+".lo", freeCall, field.One) })
		add(a+" is read too long ago", func(f *forgery) { f.set(callTable, a+".lo", copyCall, el(1<<16)) })
		add(a+" is read later", func(f *forgery) { f.set(callTable, a+".hi", copyCall, el(-1)) })
	}
	add("padding takes time", func(f *forgery) { f.set(callTable, "a2.0", freeCall, el(5)) })
	return out
}

// argumentForgeries are about pointers, counts and values.
func argumentForgeries() (out []attempt) {
	add := func(name string, forge func(f *forgery)) { out = append(out, attempt{name, both, forge}) }
	eighth := el(8).Inv()
	add("destination is no multiple of 8", func(f *forgery) {
		f.shift(callTable, "a0.cell", copyCall, copyCall+1, eighth)
		f.shift(rowTable, "to", firstCopy, firstFill, eighth)
	})
	add("destination reaches the end of memory", func(f *forgery) {
		by := el(0xffff).Sub(*f.at(callTable, "a0.high", copyCall))
		f.shift(callTable, "a0.high", copyCall, copyCall+1, by)
		f.shift(rowTable, "to", firstCopy, firstFill, by.Mul(el(1<<13)))
	})
	add("source is no multiple of 8", func(f *forgery) {
		f.shift(callTable, "a1.cell", copyCall, copyCall+1, eighth)
		f.shift(callTable, "a1.0", copyCall, copyCall+1, field.One)
		f.set(callTable, "a1.0", copyCall, f.at(callTable, "a1.cell", copyCall).Mul(el(8)))
		f.shift(rowTable, "from", firstCopy, firstFill, eighth)
	})
	add("source reaches the end of memory", func(f *forgery) {
		by := el(0xffff).Sub(*f.at(callTable, "a1.1", copyCall))
		f.shift(callTable, "a1.1", copyCall, copyCall+1, by)
		f.shift(rowTable, "from", firstCopy, firstFill, by.Mul(el(1<<13)))
	})
	add("source is another cell", func(f *forgery) {
		f.shift(callTable, "a1.cell", copyCall, copyCall+1, field.One)
		f.shift(rowTable, "from", firstCopy, firstFill, field.One)
	})
	for i := 2; i < 4; i++ {
		add(fmt.Sprintf("source above 2^32, limb %d", i), func(f *forgery) { f.set(callTable, fmt.Sprintf("a1.%d", i), copyCall, field.One) })
	}
	for i := 1; i < 4; i++ {
		add(fmt.Sprintf("count above 2^16, limb %d", i), func(f *forgery) { f.set(callTable, fmt.Sprintf("a2.%d", i), copyCall, field.One) })
	}
	for i := range 4 {
		add(fmt.Sprintf("fill with another value, limb %d", i), func(f *forgery) {
			f.shift(callTable, fmt.Sprintf("value%d", i), fillCall, fillCall+1, field.One)
			f.shift(rowTable, fmt.Sprintf("value%d", i), firstFill, firstFree, field.One)
		})
	}
	add("a copy of no cells", func(f *forgery) {
		f.alone = true
		f.set(callTable, "a2.0", copyCall, 0)
	})
	return out
}

// rowForgeries are about single rows.
func rowForgeries() (out []attempt) {
	add := func(name string, forge func(f *forgery)) { out = append(out, attempt{name, both, forge}) }
	for i := range 4 {
		add(fmt.Sprintf("padding writes, limb %d", i), func(f *forgery) { f.set(rowTable, fmt.Sprintf("value%d", i), firstFree, field.One) })
		add(fmt.Sprintf("a fill changes its value, limb %d", i), func(f *forgery) {
			f.shift(rowTable, fmt.Sprintf("value%d", i), firstFill+1, firstFree, field.One)
		})
	}
	for name, row := range map[string]int{"read": firstFill, "write": firstFree} {
		add("no access moves the time of "+name, func(f *forgery) { f.set(rowTable, name+".lo", row, field.One) })
	}
	for _, name := range []string{"read", "write"} {
		add(name+" too long ago", func(f *forgery) { f.set(rowTable, name+".lo", firstCopy, el(1<<16)) })
		add(name+" of a later value", func(f *forgery) { f.set(rowTable, name+".hi", firstCopy, el(-1)) })
	}
	add("padding fills", func(f *forgery) { f.set(rowTable, "fill", firstFree, field.One) })
	return out
}

// chainForgeries are about rows that follow each other.
func chainForgeries() (out []attempt) {
	add := func(name string, calls []move, forge func(f *forgery)) {
		out = append(out, attempt{name, calls, forge})
	}
	add("detached at the top", nil, func(f *forgery) {
		f.set(rowTable, "real", 0, field.One)
		f.set(rowTable, "left", 0, field.One)
	})
	add("detached after padding", both, func(f *forgery) {
		const row = firstFree + 1
		f.set(rowTable, "real", row, field.One)
		for column, v := range map[string]int64{"left": 1, "ts": 9, "to": 100, "from": 200} {
			f.set(rowTable, column, row, el(v))
		}
		f.set(rowTable, "left", row-1, el(2))
		f.set(rowTable, "ts", row-1, el(7))
		f.set(rowTable, "to", row-1, el(99))
		f.set(rowTable, "from", row-1, el(199))
	})
	add("cut off by the end of the table", []move{{true, heap, 5, 7}}, func(f *forgery) {
		f.set(callTable, "a2.0", 0, el(8))
		f.shift(rowTable, "left", 0, 7, field.One)
		f.copyRow(6, 7)
		f.set(rowTable, "left", 7, field.One)
		f.shift(rowTable, "ts", 7, 8, el(2))
		f.shift(rowTable, "to", 7, 8, field.One)
		f.shift(rowTable, "from", 7, 8, field.One)
	})
	add("ends early", []move{{false, heap, input, 3}}, func(f *forgery) {
		for _, c := range f.in[rowTable].Main {
			c[2] = 0
		}
	})
	add("leaves a cell out", []move{{false, heap, input, 3}}, func(f *forgery) {
		f.set(callTable, "a2.0", 0, el(4))
		f.set(rowTable, "left", 0, el(4))
	})
	for column, by := range map[string]int64{"ts": 2, "to": 8, "from": 8} {
		add(column+" jumps", both, func(f *forgery) { f.shift(rowTable, column, firstCopy+1, firstFill, el(by)) })
	}
	add("padding starts", []move{{false, heap, input, 2}}, func(f *forgery) {
		// Behind the last row of a copy, a start that moves nothing: of no cells.
		f.alone = true
		f.copyRow(1, 2)
		f.shift(rowTable, "ts", 2, 3, el(2))
		f.shift(rowTable, "to", 2, 3, field.One)
		f.shift(rowTable, "from", 2, 3, field.One)
		for _, zero := range []string{"real", "left", "read.lo", "read.hi", "write.lo", "write.hi"} {
			f.set(rowTable, zero, 2, 0)
		}
		for i := range 4 {
			f.set(rowTable, fmt.Sprintf("value%d", i), 2, *f.at(rowTable, fmt.Sprintf("old%d", i), 2))
		}
		f.set(rowTable, "start", 2, field.One)
	})
	add("a copy becomes a fill", []move{{false, heap, input, 2}}, func(f *forgery) {
		f.set(rowTable, "fill", 1, field.One)
		f.set(rowTable, "read.lo", 1, 0)
		f.set(rowTable, "read.hi", 1, 0)
		f.shift(rowTable, "value0", 1, 2, field.One)
	})
	return out
}
