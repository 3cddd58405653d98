// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title ComplexUpgrader 0x…800f
/// @notice Runs the code of an upgrade as itself. Role: only the force deployer 0x…8007, which only an upgrade transaction from L1 can be.
interface IComplexUpgrader {
    // 0x8e4a23d6
    error Unauthorized(address caller);
    // 0x86bb51b8
    error AddressHasNoCode(address target);

    function upgrade(address delegateTo, bytes calldata data) external payable;
}
