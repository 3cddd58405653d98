package rpc

import "testing"

// TestEveryTracerStops: a tracer whose time is over, or that is done, is stopped by another goroutine, where a panic would end the process. keccak256PreimageTracer cannot be stopped, alone or within another.
func TestEveryTracerStops(t *testing.T) {
	f := startReal(t)
	names := []string{"callTracer", "flatCallTracer", "prestateTracer", "4byteTracer", "noopTracer", "muxTracer", "keccak256PreimageTracer", "erc7562Tracer"}
	for _, name := range names {
		config := map[string]any{"tracer": name}
		if name == "muxTracer" {
			config["tracerConfig"] = map[string]any{"keccak256PreimageTracer": map[string]any{}, "callTracer": map[string]any{}}
		}
		for range 3 {
			if traces := get[[]txTrace](t, f, "debug_traceBlockByNumber", "0x1", config); len(traces) != 3 || traces[1].Error != "" {
				t.Errorf("%s: %+v", name, traces)
			}
		}
		config["timeout"] = "1ns"
		refuse(t, f, -32000, "execution timeout", "debug_traceTransaction", realCall(f), config)
		refuse(t, f, -32000, "execution timeout", "debug_traceCall", map[string]any{"to": realContract}, "latest", config)
	}
}
