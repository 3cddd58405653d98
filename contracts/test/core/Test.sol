// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {vm} from "./Vm.sol";

/// @title Comparisons that say what differs
abstract contract Test {
    error Differ(bytes32 got, bytes32 want);
    error NotTrue(string what);

    function eq(bytes32 got, bytes32 want) internal pure {
        if (got != want) revert Differ(got, want);
    }

    function eq(uint256 got, uint256 want) internal pure {
        eq(bytes32(got), bytes32(want));
    }

    function eq(address got, address want) internal pure {
        eq(bytes32(uint256(uint160(got))), bytes32(uint256(uint160(want))));
    }

    function yes(bool condition, string memory what) internal pure {
        if (!condition) revert NotTrue(what);
    }

    /// @notice x, brought into [low, high].
    function bound(uint256 x, uint256 low, uint256 high) internal pure returns (uint256) {
        return low + x % (high - low + 1);
    }

    function expectError(bytes4 selector) internal {
        vm.expectPartialRevert(selector);
    }
}
