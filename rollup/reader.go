package rollup

import "github.com/ashlar-labs/ashlar/internal/wire"

// reader reads the encodings of this package; its errors wrap ErrEncoding.
type reader struct{ wire.Reader }

func newReader(data []byte) reader { return reader{wire.NewReader(data, ErrEncoding)} }
