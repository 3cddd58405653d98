package params

// Words is what a transcript absorbs of profile and layer: each string as its length
// and its bytes, then the target and every number of the layer, in a fixed order, as
// two halves of 16 bits. Every word of a layer that passes Check is a canonical field
// element.
func (p Profile) Words(l Layer) []uint32 {
	words := appendText(nil, p.Name)
	words = appendText(words, l.Name)
	words = append(words, uint32(p.TargetBits))
	for _, r := range l.ranges() {
		words = append(words, uint32(r.value)>>16, uint32(r.value)&0xffff)
	}
	return words
}

func appendText(words []uint32, text string) []uint32 {
	words = append(words, uint32(len(text)))
	for i := range len(text) {
		words = append(words, uint32(text[i]))
	}
	return words
}
