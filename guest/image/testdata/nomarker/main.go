// Command nomarker ends without calling guest.Main.
package main

func main() { println("no marker here") }
