// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Representation of a token of another chain
/// @notice ERC-20 with permit. Only the vault mints and burns. A getter that the origin token lacks reverts here too.
interface IBridgedStandardERC20 {
    event BridgeInitialize(address indexed originToken, string name, string symbol, uint8 decimals);
    event BridgeMint(address indexed account, uint256 amount);
    event BridgeBurn(address indexed account, uint256 amount);

    // 0x8e4a23d6
    error Unauthorized(address caller);
    // 0xd2f74dd6
    error GetterNotAvailable();

    function originToken() external view returns (address);
    function assetId() external view returns (bytes32);
    function nativeTokenVault() external view returns (address);

    /// @notice Called by the vault in the transaction that creates the token.
    /// @param name raw result of name() of the origin token, likewise the other two
    function bridgeInitialize(
        bytes32 tokenAssetId,
        address tokenOrigin,
        bytes calldata name,
        bytes calldata symbol,
        bytes calldata decimals
    ) external;

    function bridgeMint(address account, uint256 amount) external;
    function bridgeBurn(address account, uint256 amount) external;
}
