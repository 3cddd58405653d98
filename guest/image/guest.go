package image

import (
	"github.com/ashlar-labs/ashlar/zkvm/rv64"
)

// Guest is a built program.
type Guest struct {
	Image   *rv64.Image
	Symbols rv64.Symbols
	Info    Info
}

// Info says how a guest was made and what came out.
type Info struct {
	Package   string   `json:"package"`
	Toolchain string   `json:"toolchain"`
	Flags     []string `json:"flags"`
	Overlay   string   `json:"overlay"` // digest of the runtime edits
	Digest    string   `json:"digest"`
	// BootCycles and BootFloats are instructions executed before the snapshot.
	BootCycles uint64 `json:"bootCycles"`
	BootFloats uint64 `json:"bootFloats"`
	// UndecodedWords are words of the text that are not instructions of the
	// machine: padding and floating-point code that is never reached.
	UndecodedWords int `json:"undecodedWords"`
	// Substituted are the functions that jump to a substitute.
	Substituted []string `json:"substituted,omitempty"`
}

// Load predecodes the guest for execution.
func (g *Guest) Load() (*rv64.Program, error) { return rv64.Load(g.Image, g.Symbols) }

// Summary is what `ashlar guest inspect` shows.
type Summary struct {
	Info
	FileBytes int    `json:"fileBytes"`
	Pages     int    `json:"pages"`
	TextAddr  uint64 `json:"textAddr"`
	TextBytes uint64 `json:"textBytes"`
	Entry     uint64 `json:"entry"`
	EntryFunc string `json:"entryFunc"`
	Functions int    `json:"functions"`
}

// Inspect summarises a guest.
func Inspect(g *Guest) Summary {
	m := g.Image
	return Summary{
		Info:      g.Info,
		FileBytes: headerBytes + len(m.Pages)*pageBytes,
		Pages:     len(m.Pages),
		TextAddr:  m.TextAddr,
		TextBytes: m.TextBytes,
		Entry:     m.PC,
		EntryFunc: g.Symbols.Find(m.PC),
		Functions: len(g.Symbols),
	}
}
