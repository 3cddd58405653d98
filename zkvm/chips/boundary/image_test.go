package boundary

import (
	"strings"
	"testing"

	"github.com/ashlar-labs/ashlar/zkvm/rom"
)

// TestImageCellsAreNeighbours: a row of the image speaks for four cells, so four have to be
// there.
func TestImageCellsAreNeighbours(t *testing.T) {
	image := Programs()[1]
	cells := func(numbers ...uint32) *rom.Program {
		p := new(rom.Program)
		for _, n := range numbers {
			p.Cells = append(p.Cells, rom.Cell{Cell: n, Value: uint64(n)})
		}
		return p
	}
	if _, err := image.Columns(cells(8, 9, 10, 11, 16, 17, 18, 19), 7); err != nil {
		t.Error(err)
	}
	for what, p := range map[string]*rom.Program{
		"a gap": cells(8, 9, 11, 12), "not aligned": cells(9, 10, 11, 12), "two of one": cells(8, 9, 9, 11), "too few": cells(8, 9, 10),
		"two halves": cells(8, 9, 14, 15),
	} {
		if _, err := image.Columns(p, 7); err == nil || !strings.Contains(err.Error(), "chip image") {
			t.Errorf("%s: %v", what, err)
		}
	}
}
