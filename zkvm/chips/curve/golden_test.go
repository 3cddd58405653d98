package curve

import (
	"flag"
	"testing"

	"github.com/ashlar-labs/ashlar/zkvm/chips/calltest"
)

var update = flag.Bool("update", false, "write the golden files of chips")

func TestGolden(t *testing.T) { calltest.Golden(t, *update, Tables()) }
