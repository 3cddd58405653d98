// Command where prints where the batch program of this binary is, and its digest.
package main

import (
	"context"
	"fmt"

	"github.com/ashlar-labs/ashlar/guest/image"
	"github.com/ashlar-labs/ashlar/guest/program"
)

func main() {
	g, where, err := program.Find(context.Background(), program.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(where, image.DigestOf(g.Image))
}
