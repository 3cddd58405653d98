package rv64

import "sort"

// Symbol is a function of the program.
type Symbol struct {
	Addr, Bytes uint64
	Name        string
}

// Symbols are sorted by address.
type Symbols []Symbol

// Find returns the function that holds addr, or "".
func (s Symbols) Find(addr uint64) string {
	i := sort.Search(len(s), func(i int) bool { return s[i].Addr > addr }) - 1
	if i < 0 || addr-s[i].Addr >= s[i].Bytes {
		return ""
	}
	return s[i].Name
}
