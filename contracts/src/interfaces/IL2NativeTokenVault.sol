// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {INativeTokenVault} from "./INativeTokenVault.sol";

/// @title L2NativeTokenVault 0x…10004
/// @notice Tokens that are native to this chain are locked here when they leave for L1; their owners approve this contract.
///
/// Roles:
/// - L2AssetRouter: `bridgeBurn`, `bridgeMint`.
/// - ComplexUpgrader: `upgradeToAndCall`.
interface IL2NativeTokenVault is INativeTokenVault {
    /// @notice Asset id of the base token; it does not go through this contract.
    function BASE_TOKEN_ASSET_ID() external view returns (bytes32);

    /// @notice Where the representation of an L1 token is, or will be; L2BaseToken for the base token.
    function l2TokenAddress(address l1Token) external view returns (address);
}
