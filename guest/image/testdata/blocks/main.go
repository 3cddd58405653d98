// Command blocks waits for ever before it reaches guest.Main.
package main

import "github.com/ashlar-labs/ashlar/guest"

func main() {
	<-make(chan int)
	guest.Main(func([]byte) [32]byte { return [32]byte{} })
}
