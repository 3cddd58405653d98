//go:build ashlar_program

package program

import _ "embed"

// embedded is the batch program, compressed. `make ashlar` makes the file and then builds with the tag.
//
//go:embed program.img.gz
var embedded []byte
